extension LexiconWords {
  /// The Spanish lexicons.
  ///
  /// Written by us from ordinary dictionaries, the habits of official letters, public descriptions of forged
  /// emergency requests (danger of death if not answered at once, trafficking, kidnapping, freezing of funds) and the
  /// emergency categories that platforms list.
  static let spanish = LexiconWords(
    urgency: """
      urgente, urgentes, urgencia, urgentemente, muy urgente, extrema urgencia, con urgencia,
      con carácter de urgencia, carácter urgente, inmediato, inmediata, inmediatamente, de inmediato,
      de manera inmediata, efecto inmediato, cuanto antes, lo antes posible, a la mayor brevedad,
      mayor brevedad posible, a la brevedad, con la mayor celeridad, tan pronto como sea posible,
      lo más pronto posible, lo más rápido posible, sin demora, sin dilación, sin dilaciones, sin tardanza,
      sin más demora, sin pérdida de tiempo, cualquier demora, cualquier retraso, demora, enseguida, ahora mismo,
      ya mismo, al instante, pronta respuesta, prontitud, rápidamente, rapidez, celeridad, agilizar, acelerar,
      apremiante, apremio, perentorio, emergencia, situación de emergencia, salvar una vida, salvar vidas,
      salvar la vida, vida o muerte, vital, cada minuto cuenta, cada segundo cuenta, cada hora cuenta,
      el tiempo apremia, contrarreloj, contra reloj, se acaba el tiempo, cuestión de minutos, cuestión de horas,
      no puede esperar, no hay tiempo, poco tiempo, máxima prioridad, alta prioridad, prioridad absoluta, prioritario,
      prioritaria, crítico, crítica, crucial, inminente, impostergable, inaplazable, código rojo, asap
      """,
    threat: """
      muerte, muertes, muerto, muerta, morir, morirá, muere, fallecer, matar, mató, asesinato, asesinar, asesino,
      homicidio, homicida, feminicidio, suicidio, suicidarse, suicida, quitarse la vida, autolesión, autolesiones,
      bomba, amenaza de bomba, explosivo, explosivos, explosión, explotar, detonar, tiroteo, disparar, tirador, arma,
      armas, arma de fuego, pistola, fusil, rifle, cuchillo, apuñalar, secuestro, secuestrar, secuestrado,
      secuestrada, secuestrador, rapto, raptar, rehén, rehenes, rescate, tortura, torturar, violación, violar,
      violencia, violencia de género, violento, agresión, agresión sexual, abuso, abuso sexual, abuso de menores,
      pornografía infantil, explotación sexual, explotación infantil, trata, trata de personas, tráfico de personas,
      tráfico de menores, sextorsión, menor desaparecido, menor desaparecida, menor en peligro, persona desaparecida,
      desaparecido, desaparecida, desaparición, terrorismo, terrorista, atentado, ataque, masacre, matanza,
      lesiones graves, lesiones, herir, herido, daño grave, daños físicos, peligro de muerte, peligro inminente,
      en peligro, peligro, riesgo vital, riesgo para la vida, amenaza, amenazas, amenazar, amenaza de muerte,
      pérdida de vidas, integridad física, víctima, víctimas, envenenar, incendio provocado, maltrato, sufrir
      """,
    secrecy: """
      confidencial, confidencialidad, confidencialmente, estrictamente confidencial, secreto, secreta,
      secreto de sumario, secreto de las actuaciones, secreto profesional, alto secreto, reservado, reservada,
      reserva absoluta, absoluta reserva, estricta reserva, no divulgar, divulgar, prohibida su divulgación,
      no revelar, no revele, revelar, no comunicar, no comunique, no informar, no informe, sin informar, no avisar,
      no avise, sin avisar, no notificar, no notifique, sin notificar, no alertar, no alerte, sin alertar,
      no advertir, no reenviar, no reenvíe, no compartir, no comparta, no hable con nadie, no hablar con nadie,
      no diga nada, no se lo diga a nadie, a nadie, con nadie, nadie, no contactar, no contacte, sin conocimiento,
      sin el conocimiento, discreto, discreción, con discreción, máxima discreción, bajo sello, encubierto,
      operación encubierta, investigación sensible, investigación en curso, investigaciones en curso,
      comprometer la investigación, perjudicar la investigación, poner en riesgo la investigación,
      obstaculizar la investigación, uso oficial, entre nosotros, quede entre nosotros, guardar silencio, silencio,
      callar, sigilo, no responda a todos, no llame
      """,
    deadline: """
      plazo, plazos, plazo máximo, plazo improrrogable, fecha límite, hora límite, vencimiento, vence, vencer,
      vencido, en una hora, dentro de una hora, dentro de las próximas, dentro de las próximas horas,
      en las próximas horas, en la próxima hora, próximas horas, próxima hora, próximos minutos,
      en los próximos minutos, antes de una hora, antes de las, antes del mediodía, antes de mediodía,
      antes de medianoche, antes de mañana, antes de hoy, antes del final del día, antes de que termine el día,
      al final del día, fin del día, fin de la jornada, en dos horas, en treinta minutos, en menos de, media hora,
      cuarto de hora, minutos, a más tardar, como máximo, como muy tarde, no más tarde, hoy, hoy mismo, esta noche,
      esta mañana, esta tarde, mismo día, caduca, caducar, expira, expirar, responder antes, respuesta antes,
      responda antes, conteste antes, responder en, respuesta en, en espera de su respuesta,
      a la espera de su respuesta, quedamos a la espera, desde la recepción, a partir de la recepción,
      tras la recepción, al recibir, último aviso, última notificación, último recordatorio, ultimátum, cuenta atrás,
      cuenta regresiva
      """,
    payment: """
      cartera, billetera, monedero, wallet, bitcoin, btc, ethereum, cripto, criptomoneda, criptomonedas,
      criptoactivos, usdt, tether, stablecoin, frase semilla, frase de recuperación, seed phrase, clave privada,
      llave privada, retiro, retirar fondos, retirada de fondos, retiros, depósito, depósitos, depositar, saldo,
      saldos, saldo de la cuenta, cuenta bancaria, cuentas bancarias, cuenta corriente, banco, bancario, bancaria,
      iban, swift, número de cuenta, número de tarjeta, tarjeta de crédito, tarjeta de débito, cvv, pago, pagos,
      pagar, método de pago, medio de pago, transferencia, transferencias, transferencia bancaria, transferir fondos,
      fondos, congelar, congelación, congelamiento, congelar la cuenta, bloquear la cuenta, bloqueo de la cuenta,
      embargo, embargar, embargo preventivo, activos, bienes, patrimonio, incautar, incautación, decomiso, decomisar,
      transacción, transacciones, historial de transacciones, movimientos bancarios, extracto bancario, dinero,
      blanqueo, lavado de dinero, lavado de activos, efectivo, factura, reembolso, tarjeta regalo, paypal,
      western union, kyc, bizum, moneda virtual, custodia
      """,
    pressure: """
      responsable, responsabilidad, personalmente responsable, considerado responsable, responsabilidad penal,
      penalmente, obstrucción, obstruir, obstrucción a la justicia, obstaculizar, desacato, desobediencia,
      desobedecer, delito de desobediencia, encubrimiento, procesado, enjuiciado, proceso penal, acciones legales,
      acción legal, acciones penales, medidas legales, sanción, sanciones, sancionar, multa, multas, pena, penas,
      bajo pena, so pena, so pena de, prisión, cárcel, consecuencias, consecuencias legales, consecuencias penales,
      incumplimiento, incumplir, falta de respuesta, falta de colaboración, de no responder, de no cumplir,
      en caso contrario, negativa, negarse, rechazo, obligatorio, obligación, obligación legal, obligado, obligados,
      está obligado, están obligados, deberá, deberán, usted debe, debe cumplir, exigir, exigimos, exige, ordenamos,
      se ordena, se le ordena, se le requiere, requerimos, se le exige, intimar, intimación, apercibimiento,
      bajo apercibimiento, conminar, en su conciencia, conciencia, será su culpa, culpa, su superior, sus superiores,
      su supervisor, departamento jurídico, departamento legal, en nombre de la ley, por orden, autoridad judicial,
      advertencia, última advertencia, última oportunidad, cómplice, complicidad, allanamiento, orden de detención,
      orden de arresto, negligencia, imperativo
      """)
}
