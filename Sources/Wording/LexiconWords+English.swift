extension LexiconWords {
  /// The English lexicons.
  ///
  /// Written by us from ordinary dictionaries, from public descriptions of forged emergency requests (danger of death
  /// if not answered at once, trafficking, kidnapping, freezing of funds) and from the emergency categories that
  /// platforms list.
  static let english = LexiconWords(
    urgency: """
      urgent, urgency, immediate, immediately, at once, asap, as soon as possible, without delay,
      without further delay, no delay, expedite, expedited, expeditious, time is critical, time critical,
      time sensitive, time is of the essence, exigent, exigency, exigent circumstances, emergency, life saving,
      every minute counts, every second counts, every hour counts, prompt, promptly, rush, right away, right now,
      straight away, instantly, top priority, high priority, highest priority, priority request, critical, crucial,
      pressing, imminent, imminently, swift, swiftly, quickly, soonest, at the earliest, at your earliest,
      earliest convenience, cannot wait, can not wait, do not wait, any delay, delay could, delay may,
      running out of time, time is running out, little time, no time to lose, red alert, code red, fast track,
      act now, act fast, matter of minutes, matter of hours, life or death, drop everything
      """,
    threat: """
      death, die, dies, dying, dead, kill, killed, killing, killer, murder, homicide, suicide, suicidal, self harm,
      take his own life, take her own life, take their own life, end his life, end her life, overdose, bomb, bombing,
      explosive, explosion, detonate, blast, shooter, shooting, active shooter, school shooting, gun, gunman, firearm,
      weapon, rifle, knife, stab, kidnap, kidnapped, kidnapping, abduct, abducted, abduction, hostage, ransom,
      torture, rape, sexual assault, sexual abuse, sexual exploitation, child exploitation, child abuse, csam,
      grooming, sextortion, trafficking, human trafficking, child trafficking, missing child, missing person,
      missing minor, endangered, terrorism, terrorist, terror attack, attack, massacre, bodily injury, bodily harm,
      serious harm, grievous, injure, violent, violence, threat to life, danger to life, in danger, loss of life,
      lose her life, lose his life, suffer greatly, harm, victim, swatting, stalking, strangle, poison, arson
      """,
    secrecy: """
      confidential, confidentiality, confidentially, strictly confidential, secret, secrecy, top secret, classified,
      do not disclose, not to disclose, may not disclose, shall not disclose, non disclosure, nondisclosure,
      prohibited from disclosing, do not notify, not notify, do not inform, not inform, without informing,
      without notifying, do not tell, don't tell, tell no one, tell nobody, do not share, do not alert, not alert,
      do not contact the, do not contact anyone, do not discuss, do not forward, do not reply to all, gag order,
      sealed, under seal, discreet, discreetly, discretion, covert, undercover, sensitive investigation,
      ongoing investigation, tip off, keep this, keep it between, between us, need to know, law enforcement sensitive,
      for official use only, not for release, prejudice the investigation, jeopardize the investigation,
      compromise the investigation, jeopardise the investigation, do not call, silent, quietly, off the record
      """,
    deadline: """
      deadline, within minutes, within the hour, within an hour, within hours, within the next, in the next,
      next hour, next few hours, by noon, by midnight, by tonight, by tomorrow, by today, by close of business,
      by end of business, by the end of the day, by end of day, end of today, eod, cob, no later than, not later than,
      at the latest, before noon, before midnight, before tomorrow, today, tonight, this morning, this afternoon,
      this evening, due by, due date, due today, time limit, return date, expires, expire, overdue, within one hour,
      within two hours, within thirty minutes, half an hour, minutes, same day, response is required by, respond by,
      reply by, respond within, reply within, answer within, hours from receipt, upon receipt, on receipt,
      awaiting your reply, final notice, last notice, countdown
      """,
    payment: """
      wallet, bitcoin, btc, ethereum, crypto, cryptocurrency, usdt, tether, stablecoin, coin, token balance,
      seed phrase, private key, recovery phrase, passphrase, withdraw, withdrawal, deposit, balance, account balance,
      bank, bank account, iban, swift code, routing number, sort code, account number, card number, credit card,
      debit card, cvv, payment, payment method, payments, pay, transfer, wire transfer, wire, funds, freeze,
      freeze the account, frozen, freezing, asset, assets, seize, seizure, forfeiture, transaction,
      transaction history, transactions, money, money laundering, laundering, cash, invoice, refund, gift card,
      paypal, western union, kyc, holdings, portfolio, exchange account, hot wallet, cold wallet, ledger, custody,
      proceeds
      """,
    pressure: """
      liable, liability, personally liable, held liable, personally responsible, held responsible, held accountable,
      obstruction, obstruct, obstructing, obstruction of justice, contempt, contempt of court, criminal charges,
      prosecute, prosecuted, prosecution, penalty, penalties, imprisonment, sanction, sanctions, legal action,
      legal consequences, consequences, failure to comply, fail to comply, failure to respond, fail to respond,
      refuse to comply, refusal, noncompliance, non compliance, must comply, you must, must immediately,
      you are ordered, hereby ordered, you are required, you are obligated, obligated, obliged, compelled, mandatory,
      compulsory, demand, we demand, blood on your hands, on your hands, on your conscience, your fault, escalate,
      escalated, your supervisor, your superior, your management, your legal department, warn, warning, under penalty,
      penalty of perjury, by order of, authority vested, in the name of the law, last chance, will not tolerate,
      negligence, complicit, accomplice, arrest warrant, raid
      """)
}
