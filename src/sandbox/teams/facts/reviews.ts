import type { Fact } from "./fact.ts";
import { reviewsOfClinics } from "./reviews-clinics.ts";
import { reviewsOfDoulas } from "./reviews-doulas.ts";
import { reviewsOfFamilies } from "./reviews-families.ts";
import { reviewsOfRides } from "./reviews-rides.ts";

/** All bookends, before and after. */
export const reviews: readonly Fact[] = [
  ...reviewsOfClinics,
  ...reviewsOfRides,
  ...reviewsOfDoulas,
  ...reviewsOfFamilies,
];
