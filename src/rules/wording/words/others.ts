/**
 * The commonest short words of languages that the wording rules do not know, so that a text in one of them is not
 * taken for English or Spanish. By language code. A language added in the config needs none of these.
 */
const texts = {
  fr: "le la les un une des du de et ou que qui quoi quel quelle quels quelles est sont être nous notre nos vous votre on il elle ils elles ce cette ces pour par avec sans dans sur comment pourquoi quand où faut faudra pas ne plus au aux en se leur leurs peut pouvons afin si alors",
  de: "der die das den dem des ein eine einen einer und oder wie was wer wann wo warum ist sind sein wir uns unser unsere ihr sie es für mit ohne in im auf an zu zum zur von vom bei nicht mehr können kann wird werden damit dass wenn dann richtig alle",
  pt: "o a os as um uma uns umas e ou que qual quais quem como quando onde por para porque é são ser nós nosso nossa nossos nossas do da dos das no na nos nas em com sem não mais podemos pode vai ao aos pela pelo se então seu sua será fazer preciso",
  it: "il lo la i gli le un una uno e o che chi quale quali come quando dove perché è sono essere noi nostro nostra nostri nostre del della dei delle nel nella con senza per non più possiamo può cosa si se allora di da",
  ca: "el la els les un una i o que quin quina quins com quan on per perquè és són ser nosaltres nostre nostra nostres del dels amb sense no més podem pot al als si llavors fer en de ens",
  nl: "de het een en of hoe wat wie waarom wanneer waar is zijn wij we ons onze voor met zonder in op aan naar van bij niet meer kunnen kan wordt worden zodat dat als dan alle te",
  sv: "en ett och eller hur vad vem varför när var är vi oss vår vårt våra för med utan i på att till av inte mer kan ska så som om då alla det den",
  da: "en et og eller hvordan hvad hvem hvorfor hvornår hvor er vi os vores for med uden i på at til af ikke mere kan skal så som hvis alle det den",
  pl: "i lub jak co kto dlaczego kiedy gdzie jest są my nas nasz nasza nasze dla z bez w na do od nie więcej możemy może żeby aby że jeśli to się",
  tr: "ve veya nasıl ne kim neden zaman nerede bir bu biz bizim için ile daha çok mi mı mu mü olarak eğer",
  id: "dan atau bagaimana apa siapa mengapa kapan yang ini itu kita kami untuk dengan tanpa di ke dari tidak lebih bisa dapat agar jika maka",
  ro: "și sau cum ce cine de când unde este sunt noi nostru noastră pentru cu fără în pe la din nu mai putem poate ca dacă atunci",
} as const;

export const otherLanguages: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(texts).map(([code, words]) => [code, words.split(" ")]),
);
