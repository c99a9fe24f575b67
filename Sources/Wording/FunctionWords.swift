/// The small words that give a language away, by `WordingLanguage` raw value; the last list speaks for other languages.
///
/// Written from ordinary grammars: articles, pronouns, prepositions, conjunctions, auxiliaries; and a
/// few words that hardly a letter of this trade goes without.
enum FunctionWords {
  static let lists = [english, italian, german, french, spanish, portuguese, others]

  private static let english = """
    the a an and or but if of to in on at by for from with without within into onto upon about above after before
    between during under over through against until while because since as than that this these those there here it
    its he him his she her hers we us our ours you your yours they them their i me my mine who whom whose which what
    when where why how is am are was were be been being has have had having do does did done will would shall should
    can could may might must not no nor any all each every both either neither some such other another own same so
    too very only also please dear sir regarding pursuant hereby herein whether per account information request data
    attached letter below provide following
    """
  private static let italian = """
    il lo la i gli le l un uno una di del dello della dei degli delle d da dal dallo dalla dai dagli dalle a al allo
    alla ai agli alle all dell dall nell sull in nel nello nella nei negli nelle su sul sullo sulla sui sugli sulle
    con per tra fra e ed o od ma se che chi cui quale quali quando dove come perché perche poiché non né ne si ci vi
    mi ti lui lei noi voi loro suo sua suoi sue nostro nostra nostri vostro vostra vostri questo questa questi
    queste quello quella quelli quelle è sono sei siamo siete era erano essere stato stata stati ha ho hanno abbiamo
    avete avere aveva viene vengono può possono deve devono dovrà sarà più anche già ancora senza presso entro verso
    dopo prima durante secondo oggetto ogni qualsiasi tale tali pertanto inoltre gentile spettabile dati richiesta
    allegato utenza sotto sopra indicati fornire seguente indagini codesto
    """
  private static let german = """
    der die das den dem des ein eine einen einem einer eines kein keine keinen keiner und oder aber sondern denn
    weil dass daß ob wenn als wie wo wer wen wem was welche welcher welches ich du er sie es wir ihr ihnen mir mich
    uns euch ihm ihn ihre ihren ihrem ihrer seine seinen seinem seiner unser unsere unserer unseren dieser diese
    dieses diesem diesen jener ist sind war waren sein bin wird werden wurde wurden worden hat haben hatte hatten
    kann können könnte muss müssen soll sollen sollte darf dürfen will wollen nicht nur auch noch schon sehr mehr in
    im ins an am auf aus bei beim bis durch für gegen mit nach ohne seit über um unter von vom vor zu zum zur
    zwischen gemäß gem laut bezüglich sowie bitte hiermit bereits daher daten konto anbei ersuchen auskunft unten
    oben genannten folgende schreiben ermittlungen
    """
  private static let french = """
    le la les l un une des du de d au aux à et ou où mais donc or ni car que qui quoi dont quand comme si ce cet
    cette ces cela ça c je j tu il elle on nous vous ils elles me m te t se s lui leur leurs mon ma mes ton ta tes
    son sa ses notre nos votre vos est sont était étaient être été suis sommes êtes sera seront soit a ont avait
    avaient avoir avons avez ayant fait ne n pas plus moins très aussi dans sur sous avec sans pour par entre vers
    chez dès depuis pendant avant après contre selon en y afin ainsi toute tous toutes tout aucun aucune peut
    peuvent doit doivent veuillez merci concernant conformément suite qu données compte demande ci joint dessous
    dessus fournir suivante courrier enquête
    """
  private static let spanish = """
    el la los las lo un una unos unas de del al a y e o u pero sino que quien quienes cual cuales cuyo cuya cuando
    donde como porque pues si no ni en con sin por para entre sobre desde hasta hacia según contra durante mediante
    tras ante bajo se me te le les nos os mi mis tu tus su sus nuestro nuestra nuestros nuestras vuestro este esta
    estos estas ese esa esos esas aquel esto eso yo él ella ellos ellas usted ustedes es son era eran ser sido está
    están estaba estar ha han he hemos haber había hay fue fueron será puede pueden debe deben muy más menos también
    ya aún todo toda todos todas cualquier dicho dicha asimismo estimado estimados señores datos cuenta adjunto
    abajo arriba siguiente facilitar oficio investigación ruego
    """
  private static let portuguese = """
    o a os as um uma uns umas de do da dos das no na nos nas ao à aos às pelo pela pelos pelas em e ou mas que quem
    qual quais cujo cuja quando onde como porque pois se não nem com sem por para entre sobre desde até segundo
    contra durante mediante após ante sob me te lhe lhes vos meu minha meus seu sua seus suas nosso nossa nossos
    nossas este esta estes estas esse essa esses essas aquele isto isso eu ele ela eles elas você vocês é são era
    eram ser sido está estão estava estar foi foram será tem têm ter tinha há havia pode podem deve devem muito mais
    menos também já ainda todo toda todos todas qualquer referido referida num numa neste nesta desse dessa deste
    desta prezado prezados senhores bem dados conta anexo abaixo acima seguinte fornecer ofício investigação
    solicita
    """
  private static let others = """
    de het een van voor niet met aan bij naar deze dit zijn wordt worden ook maar heeft dat op te ik wij zij onze uw
    och att det som inte för på är av till med har den ett om jag vi kan ska från ikke og jeg til er vil skal fra blir
    hvor nie się jest na do że oraz przez jako dla są od przy și este sunt pentru care din cu nu la lui prin fost amb
    els dels és aquesta aquest per les seva ve bir bu için ile olarak olan da je se za su koji koja nije biti
    """
}
