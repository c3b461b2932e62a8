import type { SamplePerson } from "../types.ts";

/** Invented people; the addresses are in a domain reserved for examples (RFC 2606). */
export const people: readonly SamplePerson[] = [
  { key: "amara", name: "Amara Osei", email: "amara@first-birthday.example.org" },
  { key: "linh", name: "Linh Tran", email: "linh@first-birthday.example.org" },
  { key: "rosa", name: "Rosa Delgado Fuentes", email: "rosa@first-birthday.example.org" },
  { key: "deja", name: "Deja Whitfield", email: "deja@first-birthday.example.org" },
  { key: "priya", name: "Priya Raghunathan", email: "priya@first-birthday.example.org" },
  { key: "tomasz", name: "Tomasz Kowalczyk", email: "tomasz@first-birthday.example.org" },
  { key: "ayaan", name: "Ayaan Warsame", email: "ayaan@first-birthday.example.org" },
];
