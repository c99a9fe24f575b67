extension Grammar {
  /// In the notation of the English grammar.
  static let french = """
    #subjectEmergency
    {URGENT|Urgent|URGENCE VITALE}: {demande de données|demande d'urgence|réquisition urgente} {-|–} {dossier|réf.|procédure} <case>
    Demande {urgente|en urgence} {concernant|relative à} <target>
    {Danger de mort|Danger imminent|Vie en danger} - <case>
    <agency>: demande urgente <case>
    #subjectRoutine
    {Réquisition|Demande de données|Demande de renseignements} {-|/} {procédure|dossier|PV} <case>
    {Réquisition judiciaire|Commission rogatoire|Demande d'identification} <case>
    <agency>, {procédure|affaire} <case>
    Notre référence <case>
    #salutation
    {Madame, Monsieur|Mesdames, Messieurs|Bonjour},
    {Chers collègues|Bonsoir|Bonjour à tous},
    À l'attention du {service juridique|service des réquisitions}
    #reference
    {Objet|Réf.|Référence}: <case>
    {Procédure|Dossier|PV} n° <case>¶{Service|Unité}: <agency>
    {Service requérant|De}: <agency>¶{Enquêteur|OPJ}: <name>, {matricule|n°} <badge>¶{Affaire|Dossier}: <case>
    {Le|Fait le} <date>. {Dossier|Affaire} <case>.
    #statute
    {La présente demande est formulée|Cette réquisition est prise|Nous agissons} {en application de|au titre de|conformément à} <statute>.
    {Base légale|Fondement juridique|Visa}: <statute>.
    {La communication est|La transmission est} {autorisée|permise} par <statute>.
    {Vu|Nous visons} <statute>{.| et ses textes d'application.}
    #openingEmergency
    {Je suis|Je me nomme} <name>, {du service|affecté à} <agency>, et je vous {écris|contacte} au sujet d'une urgence touchant l'un de vos utilisateurs.
    {Notre service|Notre unité} {traite|gère} {actuellement|en ce moment} {une situation d'urgence|un événement en cours|une intervention}.
    {Nous sollicitons|Nous demandons|Je sollicite} la {communication|transmission|remise} {immédiate|urgente} des données {d'un compte|d'un utilisateur}.
    {Nous avons|Le service a} {une affaire en cours|un signalement grave} et {avons besoin de|sollicitons} votre {aide|concours}.
    #openingRoutine
    {Je suis|Soussigné} <name>, {officier de police judiciaire|enquêteur} {à|au sein de} <agency>.
    {Notre service|L'unité} {conduit|diligente} {une enquête|des investigations} {sur les faits ci-dessous|dans l'affaire citée}.
    {Veuillez trouver ci-joint|Ci-joint|Vous trouverez} {la réquisition|l'ordonnance|l'acte} {relatif à cette affaire|en objet}.
    {Dans le cadre|Pour les besoins} {d'une enquête|d'une procédure} {en cours|préliminaire} nous {sollicitons|demandons} {des données|des renseignements} {que vous détenez|en votre possession}.
    #danger.threatToLife
    {Un témoin|Un proche|Une voisine} {rapporte|signale} que le {titulaire|détenteur} du compte {menace|a menacé} de tuer {son ex-compagne|un membre de sa famille|un voisin|un camarade}.
    {Nous pensons|Tout porte à croire} qu'une personne {risque d'être tuée|est en danger de mort|va être gravement blessée} {cette nuit|dans les heures qui viennent|aujourd'hui}.
    {Des messages|Des vidéos|Des photos} {de ce matin|de la nuit dernière} {montrent|décrivent} {une arme chargée|un couteau|un projet de meurtre} et {désignent|nomment} {une victime|une personne précise}.
    {L'auteur|Le suspect} {d'une attaque au couteau|d'une fusillade} {est en fuite|est introuvable} et {annonce|promet} {d'autres violences|une nouvelle attaque}.
    #danger.suicide
    {L'utilisateur|Une jeune femme|Un adolescent} {a publié|a envoyé} {un message d'adieu|des photos de médicaments} et {ne répond plus|est injoignable}.
    {Une amie|Un parent|Une ligne d'écoute} {signale|nous avise} que la personne {veut mettre fin à ses jours|va se suicider} {cette nuit|aujourd'hui}.
    {Nous avons reçu|Le centre d'appel a reçu} {un appel|un signalement} pour {un suicide annoncé|une automutilation en direct}.
    #danger.kidnapping
    {Une personne|Un adolescent|Un commerçant} {a été enlevée|a été enlevé} {près de|à} <place> et {les ravisseurs utilisent|les auteurs se servent de} ce compte pour {exiger une rançon|réclamer de l'argent}.
    {La famille|Les proches} {a reçu|ont reçu} {une demande de rançon|des menaces et une photo} {depuis|par} ce profil.
    {Un enfant|Un nourrisson} {a été enlevé|a été soustrait} par {un parent sans droit de garde|un inconnu} {ce matin|hier soir}.
    #danger.childSafety
    {Un enfant|Une fille de 12 ans|Un mineur} {est victime d'abus|est exploité} et {l'auteur utilise|le suspect utilise} ce compte.
    {Une mineure disparue|Un fugueur} {est en contact avec|a été attiré par} {un adulte|un inconnu} {rencontré en ligne|via votre service}.
    {De nouvelles images|Des images en direct} d'abus {ont été repérées|ont été mises en ligne} {aujourd'hui|il y a quelques heures}.
    #danger.terrorism
    {Des renseignements crédibles|Des informations sérieuses} {annoncent|font état d'} un {attentat|projet d'attentat} {contre un événement public|contre un lieu de culte} {à|près de} <place>.
    {L'utilisateur|Un suspect} {a annoncé|prépare} {un attentat|une action violente} et {se déplace|est introuvable}.
    #danger.bombThreat
    {Une alerte à la bombe|Une menace d'explosion} {vise|a été reçue par} {une école|une gare|un hôpital} à <place>.
    {L'utilisateur|Un anonyme} {écrit|affirme} qu'{un engin|une bombe} {va exploser|sautera} {dans quelques heures|à midi|aujourd'hui}.
    #danger.other
    {Une personne âgée|Un randonneur|Une personne fragile} {a disparu|est portée disparue} {près de|aux abords de} <place> et {a besoin de soins|risque l'hypothermie}.
    {Un malaise|Une urgence médicale} {a été signalé|est à craindre} {par un contact|sur une messagerie}, {adresse inconnue|sans adresse}.
    #victim
    {La personne en danger|La victime} est {connue|identifiée}: <victim>.
    {Nous cherchons|Il faut retrouver} <victim>, {âgé d'environ|environ} <age> ans.
    {Personne en danger|Nom}: <victim>, <age> ans.
    #urgency
    {Merci de|Veuillez|Nous vous prions de} {répondre|nous répondre} {immédiatement|sans délai|de toute urgence|au plus vite}.
    {Chaque minute compte|Le temps presse|Il n'y a pas de temps à perdre}.
    {Des innocents|Des personnes} {vont mourir|risquent la mort|seront gravement blessées} {sans votre réponse|si nous n'avons pas ces données} {à temps|maintenant}.
    {Il nous faut|Nous avons besoin de} ces données {sous <deadline>|dans un délai de <deadline>}.
    {Tout retard|Un retard} {peut coûter une vie|peut entraîner la mort ou des blessures graves}.
    {La réquisition|L'ordonnance du juge} {suivra|ne peut être attendue}.
    {Il s'agit|C'est} d'une {question de vie ou de mort|urgence absolue|menace imminente}.
    #calm
    {Merci de|Veuillez} {répondre|nous transmettre ces éléments} {sous <deadline>|dans les délais légaux|dès que possible}.
    {Pour toute question|En cas de besoin} {joindre|appeler} le <phone>.
    {Merci|Nous vous remercions} de votre {collaboration|concours}.
    {Une réponse|Un envoi} par {courriel|le portail} {convient|suffit}.
    #secrecy
    {Merci de ne pas|Veuillez ne pas} {informer|aviser|prévenir} {le titulaire|l'utilisateur|le client}.
    {Cette demande est|La procédure est} {confidentielle|couverte par le secret|strictement confidentielle}.
    {Toute notification|Un avis à l'abonné} {compromettrait|mettrait en péril} {l'enquête|une vie}.
    #ask
    {Merci de|Veuillez|Nous vous prions de} {fournir|communiquer|transmettre} pour <target>: <data>, {période|du} <period>.
    {Nous sollicitons|Nous requérons|Sont demandés} <data> {concernant|relatifs à} <target> {pour la période|du} <period>.
    {Compte|Identifiant}: <target>¶{Données demandées|Éléments}: <data>¶{Période|Dates}: <period>
    {S'agissant de|Quant à} <target> {il nous faut|nous demandons} <data> (<period>).
    #preserve
    {Merci de|Veuillez} {conserver|geler} {toutes les données|l'ensemble des données} de <target> pendant {90 jours|quatre-vingt-dix jours} dans l'attente d'une {réquisition|ordonnance}.
    {Demande de conservation|Gel de données}: <target>, <period>, <data>.
    #freeze
    {Merci de|Veuillez} {bloquer|geler} {les fonds|le solde|tout transfert} de <target> jusqu'à {nouvel ordre|décision du juge}.
    {Les fonds|Les sommes} de <target> {proviennent|résultent} d'une {escroquerie|extorsion}; {merci de les bloquer|nous demandons leur gel} et {de fournir|d'envoyer} <data>.
    #why
    {Ces données|Ces éléments} {permettront|serviront} {de localiser|à retrouver} {la personne|l'auteur} et {d'éviter|à empêcher} {un drame|de nouvelles violences}.
    {Sans ces données|À défaut} {nous ne pouvons|il est impossible de} {identifier|localiser} {la personne|les auteurs}.
    {Les autres pistes|Tous les autres moyens} {sont épuisées|n'ont rien donné}.
    {Ces données sont|Les éléments sont} {utiles|nécessaires} {à la manifestation de la vérité|à l'enquête}.
    #background
    {La victime|Un plaignant} {a déposé plainte|déclare une perte} {pour une escroquerie|après une annonce frauduleuse} {de plusieurs milliers d'euros|portant sur une forte somme}.
    {Des objets volés|Le produit d'un vol} {ont été proposés|a été mis} en vente {par ce compte|sur le profil}.
    {Le mis en cause|Un inconnu} {harcèle|poursuit} {la plaignante|son ex-compagne} {depuis des semaines|depuis le mois dernier}.
    {Des stupéfiants|Des produits illicites} {sont vendus|sont proposés} {par le biais|au moyen} du compte.
    {Le compte|Le profil} {a servi|a été utilisé} {à menacer|pour escroquer} {plusieurs personnes|une société}.
    {Un vol avec violence|Une agression} {s'est produit|a eu lieu} {à|près de} <place> et {une vidéo|un témoin} {mène à ce compte|désigne le profil}.
    #incident
    {Suite à|En lien avec} {l'attentat|l'explosion|la fusillade|l'inondation} de <place> {du <date>|}, avec {des blessés|des disparus|des victimes}.
    {Après|À la suite de} l'événement de <place> {nous identifions|nous recherchons} {des suspects|des témoins|des disparus}.
    #closing
    {Cordialement|Respectueusement|Bien à vous|Salutations distinguées},
    {Merci d'avance|Avec nos remerciements|Merci},
    Je vous prie d'agréer, {Madame, Monsieur|Mesdames, Messieurs}, mes salutations distinguées.
    #signature
    <name>¶{Capitaine|Brigadier-chef|Adjudant|Lieutenant|Major}{, matricule| n°} <badge>¶<agency>¶{Tél.|Téléphone} <phone>
    <name>¶<agency>¶Tél. <phone>¶{Responsable|Chef de service|Validé par}: <supervisor>, <supervisorPhone>
    {Cne|Ltn|Adj|Bgd} <name> ({mle|n°} <badge>) - <agency> - <phone>
    #category
    données d'identification
    journaux IP
    contenu des messages
    données de localisation
    données de paiement
    listes de contacts
    identifiants de l'appareil
    autres données
    #unit
    minutes
    heures
    jours
    #abbreviation
    rendez-vous=RDV
    numéro=n°
    renseignements=rens.
    concernant=conc.
    procédure=proc.
    pour=pr
    #own
    {Je suis|Je reste} {joignable|de service} jusqu'à {18|22|24} h.
    {Ma hiérarchie|Le chef de service} est {avisée|informé}.
    {Appelez-moi|Rappelez-moi} en cas de {doute|question}.
    {L'original|Une copie} {suit par courrier|est au dossier}.
    {Rappelez|Citez} notre {référence|numéro} dans la réponse.
    {Nous avons|J'ai} déjà {échangé|parlé} {au téléphone|avec un collègue}.
    """
}
