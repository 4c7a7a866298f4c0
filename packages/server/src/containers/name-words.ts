/** Words of generated names: `adjective_surname`. The surnames are of people to whom computing owes something. */
export const adjectives: readonly string[] =
  `able airy amber apt arctic astute avid azure balmy bold boreal brave breezy bright brisk calm candid careful cheery
  chief civil clear clever coastal cosmic cosy crisp curious daring dawning deft dewy eager early earnest easy elated
  elegant epic even fair famous fearless fine fleet fluent fond frank fresh frosty gallant gentle genial gifted glad
  golden grand green handy happy hardy hearty honest humble jolly jovial keen kind lasting lavish light lively loyal
  lucid lucky lunar major mellow merry mighty mild minty modest native neat nimble noble novel open orderly patient
  placid plucky polite prime proud prudent pure quick quiet rapid ready regal robust rosy royal rustic sage scenic serene
  sharp shiny silent silver sincere sleek smart smooth snowy sober solar solid sound spry stable stellar still sturdy
  subtle sunny sure swift tender tidy tranquil true trusty upbeat urban valiant vast vivid warm wary willing windy wise
  witty zesty`.split(/\s+/);

export const surnames: readonly string[] =
  `abelson aho allen atanasoff babbage backus bachman bartik berners blum boole booth bratko brooks cailliau cerf church
  codd conway corbato cray curry dahl davies diffie dijkstra eckert emerson engelbart estrin euler feigenbaum floyd
  gauss goldberg goldwasser gosling graham gray hamilton hamming hartmanis hellman hilbert hoare hopcroft hopper huffman
  ibuka iverson jacobson jacquard kahan kahn karp kay kernighan kildall kleene kleinrock knuth lamarr lamport lampson
  landin leibniz lerdorf licklider liskov lovelace mauchly mccarthy metcalfe micali milner minsky moore naur neumann
  newell noyce nygaard papert pascal perlis perlman pnueli postel rabin reddy ritchie rivest sammet scott shamir shannon
  sifakis simon stallman stearns stroustrup sutherland tarjan thacker thompson torvalds turing ullman valiant venter
  wegner wescoff wilkes wilkinson wing wirth yao zadeh zuse`.split(/\s+/);
