extension LexiconWords {
  /// The French lexicons.
  ///
  /// Written by us from ordinary dictionaries, the habits of official letters, public descriptions of forged
  /// emergency requests (danger of death if not answered at once, trafficking, kidnapping, freezing of funds) and the
  /// emergency categories that platforms list.
  static let french = LexiconWords(
    urgency: """
      urgent, urgente, urgence, urgences, d'urgence, très urgent, extrême urgence, en urgence, de toute urgence,
      immédiat, immédiate, immédiatement, effet immédiat, dès que possible, le plus tôt possible, au plus tôt,
      au plus vite, le plus vite possible, le plus rapidement possible, dans les plus brefs délais, plus brefs délais,
      brefs délais, meilleurs délais, sans délai, sans retard, sans attendre, sans tarder, tout retard, aucun retard,
      sur-le-champ, tout de suite, dès maintenant, instamment, promptement, rapidement, rapide, célérité, diligence,
      accélérer, accélérée, procédure accélérée, sauver une vie, sauver des vies, sauver la vie, vie ou de mort,
      vital, pronostic vital, chaque minute compte, chaque seconde compte, chaque heure compte, le temps presse,
      course contre la montre, temps est compté, question de minutes, question d'heures, ne peut attendre,
      ne peut pas attendre, peu de temps, priorité absolue, haute priorité, prioritaire, priorité maximale,
      en priorité, critique, crucial, cruciale, imminent, imminente, pressant, pressante, alerte rouge,
      instantanément, asap, impératif de temps
      """,
    threat: """
      mort, morte, mourir, meurt, mourra, décès, décéder, tuer, tué, tuée, tuerie, tueur, meurtre, meurtrier,
      assassinat, assassiner, homicide, suicide, suicider, suicidaire, mettre fin à ses jours, automutilation, bombe,
      alerte à la bombe, explosif, explosifs, explosion, exploser, détonation, fusillade, tirer, tireur, arme, armes,
      arme à feu, pistolet, fusil, couteau, poignarder, enlèvement, enlever, enlevé, enlevée, kidnapping, kidnapper,
      séquestration, séquestrer, otage, otages, prise d'otage, rançon, torture, torturer, viol, violer, violence,
      violences, violent, agression, agression sexuelle, abus, abus sexuel, pédopornographie, pédopornographique,
      pédocriminalité, exploitation sexuelle, exploitation d'enfants, traite, traite des êtres humains,
      trafic d'êtres humains, sextorsion, enfant disparu, mineur disparu, mineur en danger, personne disparue,
      disparition inquiétante, disparition, terrorisme, terroriste, attentat, attaque, massacre, blessures graves,
      blesser, lésions corporelles, danger de mort, danger grave, danger imminent, en danger, péril, menace, menaces,
      menacer, menace de mort, perte de vies, intégrité physique, victime, victimes, empoisonner, incendie criminel,
      séquelles graves, maltraitance, souffrir
      """,
    secrecy: """
      confidentiel, confidentielle, confidentialité, strictement confidentiel, secret, secrète, secret de l'enquête,
      secret de l'instruction, secret défense, ne pas divulguer, divulguer, divulgation interdite, ne pas révéler,
      ne pas communiquer, ne pas informer, ne pas prévenir, ne pas avertir, ne pas aviser, ne pas notifier,
      sans informer, sans prévenir, sans avertir, sans notifier, sans aviser, à l'insu,
      ne pas transmettre à des tiers, ne pas transférer, ne pas partager, n'en parlez à personne,
      ne parlez à personne, à personne, ne dites rien, ne rien dire, ne pas contacter, ne contactez pas,
      n'informez pas, ne prévenez pas, ne divulguez pas, discret, discrète, discrétion, discrètement,
      en toute discrétion, sous scellé, sous scellés, scellé, sous couverture, enquête sensible, enquête en cours,
      investigations en cours, compromettre l'enquête, nuire à l'enquête, entraver l'enquête, préjudice à l'enquête,
      usage officiel, diffusion restreinte, entre nous, reste entre nous, ne répondez pas à tous, garder le silence,
      silence, taire, clandestin, ne pas appeler, interdiction de divulguer, réservé
      """,
    deadline: """
      délai, délais, délai de réponse, délai imparti, date limite, échéance, dernier délai, délai de rigueur,
      dans l'heure, dans une heure, dans les heures, dans les minutes, dans les prochaines,
      dans les prochaines heures, prochaine heure, prochaines heures, prochaines minutes, sous heures, sous une heure,
      sous deux heures, avant midi, avant minuit, avant ce soir, avant demain, avant la fin de la journée,
      fin de journée, fin de la journée, d'ici, d'ici ce soir, d'ici demain, d'ici une heure, au plus tard,
      jusqu'à ce soir, aujourd'hui, aujourd'hui même, ce jour, ce soir, ce matin, cet après-midi, cette nuit,
      demi-heure, une demi-heure, quart d'heure, minutes, dans les trente minutes, expire, expirer, expiration,
      répondre avant, réponse avant, répondre sous, réponse sous, répondre dans, réponse dans, dès réception,
      à réception, à compter de la réception, après réception, dans l'attente de votre réponse,
      attente de votre réponse, dernier avis, dernier rappel, dernière relance, ultimatum, compte à rebours,
      heure limite, le jour même
      """,
    payment: """
      portefeuille, wallet, bitcoin, btc, ethereum, crypto, cryptomonnaie, cryptomonnaies, crypto-monnaie,
      cryptoactifs, usdt, tether, stablecoin, jeton, jetons, phrase de récupération, phrase secrète, seed phrase,
      clé privée, retrait, retirer des fonds, retraits, dépôt, dépôts, solde, solde du compte, compte bancaire,
      comptes bancaires, compte courant, banque, bancaire, iban, swift, rib, numéro de compte, numéro de carte,
      carte bancaire, carte de crédit, carte de débit, cvv, paiement, paiements, payer, moyen de paiement, virement,
      virements, transfert de fonds, transférer les fonds, fonds, geler, gel, gel des avoirs, geler le compte,
      bloquer le compte, blocage du compte, avoirs, actifs, patrimoine, saisie, saisir les fonds, saisie pénale,
      confiscation, confisquer, transaction, transactions, historique des transactions, relevé de compte,
      relevés bancaires, argent, blanchiment, espèces, facture, remboursement, carte cadeau, paypal, western union,
      kyc, produit du crime, monnaie virtuelle, actifs numériques
      """,
    pressure: """
      responsable, responsabilité, personnellement responsable, tenu responsable, tenus responsables,
      responsabilité pénale, pénalement, entrave, entrave à la justice, entraver, obstruction, outrage,
      outrage au tribunal, poursuites, poursuites pénales, poursuites judiciaires, poursuivi, poursuivis, sanction,
      sanctions, sanctionner, amende, peine, sous peine, sous peine de, peine de prison, emprisonnement, prison,
      action en justice, actions en justice, conséquences, conséquences juridiques, conséquences pénales,
      défaut de réponse, à défaut, absence de réponse, non-respect, non-réponse, refus, refuser, manquement,
      manquements, non-assistance, non-assistance à personne en danger, obligatoire, obligation, obligation légale,
      obligé, obligés, contraint, contraindre, tenu de, tenus de, vous êtes tenu, vous devez, il vous est ordonné,
      ordonnons, enjoindre, enjoint, sommation, sommons, mise en demeure, mettre en demeure, exiger, exigeons, exige,
      réquisition, requis, sur la conscience, conscience, votre faute, votre supérieur, votre hiérarchie,
      vos supérieurs, votre direction, service juridique, au nom de la loi, par ordre, avertissement,
      dernier avertissement, dernière chance, complice, complicité, perquisition, mandat d'arrêt, négligence,
      impératif, impérativement
      """)
}
