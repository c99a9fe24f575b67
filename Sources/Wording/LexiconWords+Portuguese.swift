extension LexiconWords {
  /// The Portuguese lexicons, with the spellings of Portugal and Brazil.
  ///
  /// Written by us from ordinary dictionaries, the habits of official letters, public descriptions of forged
  /// emergency requests (danger of death if not answered at once, trafficking, kidnapping, freezing of funds) and the
  /// emergency categories that platforms list.
  static let portuguese = LexiconWords(
    urgency: """
      urgente, urgentes, urgência, urgentemente, muito urgente, urgentíssimo, extrema urgência, com urgência,
      com a máxima urgência, caráter de urgência, carácter de urgência, caráter urgente, regime de urgência, imediato,
      imediata, imediatamente, de imediato, efeito imediato, o quanto antes, quanto antes, o mais breve possível,
      mais brevemente possível, mais rápido possível, com a maior brevidade, maior brevidade possível, brevidade,
      assim que possível, logo que possível, tão logo, sem demora, sem mais demora, sem atraso, sem delongas,
      qualquer demora, qualquer atraso, demora, agora mesmo, neste momento, neste instante, prontamente,
      pronta resposta, rapidamente, rapidez, celeridade, agilizar, acelerar, presteza, emergência, emergencial,
      situação de emergência, salvar uma vida, salvar vidas, salvar a vida, vida ou morte, vida ou de morte, vital,
      cada minuto conta, cada segundo conta, cada hora conta, o tempo urge, tempo está a esgotar,
      tempo está se esgotando, corrida contra o tempo, questão de minutos, questão de horas, não pode esperar,
      não há tempo, pouco tempo, prioridade máxima, máxima prioridade, alta prioridade, prioritário, prioritária,
      crítico, crítica, crucial, iminente, inadiável, improrrogável, código vermelho, asap
      """,
    threat: """
      morte, mortes, morto, morta, morrer, morrerá, morre, falecer, óbito, matar, matou, assassinato, assassínio,
      assassinar, assassino, homicídio, homicida, feminicídio, suicídio, suicidar, suicida, tirar a própria vida,
      automutilação, autolesão, bomba, ameaça de bomba, explosivo, explosivos, explosão, explodir, detonar, tiroteio,
      disparar, atirador, arma, armas, arma de fogo, pistola, espingarda, fuzil, faca, esfaquear, sequestro,
      sequestrar, sequestrado, sequestrada, rapto, raptar, raptada, refém, reféns, cativeiro, resgate, tortura,
      torturar, estupro, estuprar, violação sexual, violência, violência doméstica, violento, agressão,
      agressão sexual, abuso, abuso sexual, abuso de menores, abuso infantil, pornografia infantil,
      pornografia de menores, exploração sexual, exploração infantil, aliciamento, tráfico de pessoas,
      tráfico de seres humanos, tráfico de crianças, sextorsão, criança desaparecida, menor desaparecido,
      menor em perigo, pessoa desaparecida, desaparecido, desaparecida, desaparecimento, terrorismo, terrorista,
      atentado, ataque, massacre, chacina, lesões graves, lesão corporal, ferir, ferido, dano grave, perigo de morte,
      perigo de vida, risco de morte, risco de vida, risco iminente, perigo iminente, em perigo, perigo, ameaça,
      ameaças, ameaçar, ameaça de morte, perda de vidas, integridade física, vítima, vítimas, envenenar,
      incêndio criminoso, maus-tratos, sofrer
      """,
    secrecy: """
      confidencial, confidencialidade, confidencialmente, estritamente confidencial, sigilo, sigiloso, sigilosa,
      sob sigilo, segredo, secreto, secreta, segredo de justiça, ultrassecreto, reservado, reservada,
      absoluta reserva, não divulgar, divulgar, não divulgue, proibida a divulgação, não revelar, não revele, revelar,
      não comunicar, não comunique, não informar, não informe, sem informar, não avisar, não avise, sem avisar,
      não notificar, não notifique, sem notificar, sem notificação, não alertar, não alerte, sem alertar,
      não encaminhar, não encaminhe, não reencaminhar, não partilhar, não compartilhar, não compartilhe,
      não fale com ninguém, não conte a ninguém, não diga a ninguém, a ninguém, com ninguém, ninguém, não contactar,
      não contatar, não contate, não entre em contato, sem o conhecimento, sem conhecimento, discreto, discrição,
      com discrição, máxima discrição, à paisana, encoberto, infiltrado, operação encoberta, investigação sensível,
      investigação em curso, investigação em andamento, investigações em andamento, comprometer a investigação,
      comprometer as investigações, prejudicar a investigação, prejudicar as investigações, uso oficial, entre nós,
      fique entre nós, guardar silêncio, silêncio, calar, não responda a todos, não ligue
      """,
    deadline: """
      prazo, prazos, prazo máximo, prazo improrrogável, prazo final, no prazo de, data limite, data-limite,
      hora limite, vencimento, vence, vencer, vencido, dentro de uma hora, dentro das próximas,
      dentro das próximas horas, nas próximas, nas próximas horas, na próxima hora, próximas horas, próxima hora,
      próximos minutos, nos próximos minutos, em uma hora, numa hora, em até, em até uma hora, antes de uma hora,
      até às, até as, até hoje, até amanhã, até o meio-dia, até ao meio-dia, até a meia-noite, até à meia-noite,
      até o fim do dia, até ao fim do dia, até o final do dia, até ao final do dia, fim do dia, final do dia,
      final do expediente, fim do expediente, antes do meio-dia, antes da meia-noite, antes de amanhã, em duas horas,
      em trinta minutos, em menos de, meia hora, quarto de hora, minutos, no mais tardar, o mais tardar, no máximo,
      impreterivelmente, hoje, hoje mesmo, ainda hoje, esta noite, esta manhã, esta tarde, mesmo dia, expira, expirar,
      caduca, responder até, resposta até, responda até, responder em, resposta em, aguardamos resposta,
      aguardo resposta, no aguardo, a contar da recepção, a partir do recebimento, após o recebimento, após a receção,
      do recebimento, último aviso, última notificação, último lembrete, ultimato, contagem regressiva
      """,
    payment: """
      carteira, carteira digital, wallet, bitcoin, btc, ethereum, cripto, criptomoeda, criptomoedas, criptoativos,
      usdt, tether, stablecoin, frase semente, frase de recuperação, seed phrase, chave privada, saque, saques, sacar,
      levantamento de fundos, levantamentos, depósito, depósitos, depositar, saldo, saldos, saldo da conta,
      conta bancária, contas bancárias, conta corrente, conta à ordem, banco, bancário, bancária, iban, swift,
      número da conta, número do cartão, cartão de crédito, cartão de débito, cvv, pagamento, pagamentos, pagar,
      meio de pagamento, método de pagamento, forma de pagamento, transferência, transferências,
      transferência bancária, transferir fundos, transferir os fundos, fundos, valores, pix, chave pix, congelar,
      congelamento, congelar a conta, bloquear a conta, bloqueio da conta, bloqueio de valores, bloqueio judicial,
      ativos, activos, bens, património, patrimônio, apreensão, apreender, arresto, penhora, confisco, confiscar,
      transação, transações, transacção, histórico de transações, movimentação bancária, extrato bancário, extratos,
      dinheiro, lavagem de dinheiro, branqueamento, branqueamento de capitais, numerário, fatura, boleto, reembolso,
      cartão-presente, paypal, western union, kyc, moeda virtual, custódia
      """,
    pressure: """
      responsável, responsabilidade, pessoalmente responsável, considerado responsável, responsabilidade penal,
      responsabilidade criminal, responsabilização, penalmente, criminalmente, obstrução, obstruir,
      obstrução à justiça, obstrução da justiça, embaraçar, desacato, desobediência, desobedecer,
      crime de desobediência, favorecimento, processado, processo criminal, processo penal, ação judicial,
      ações judiciais, ação legal, medidas legais, medidas judiciais, medidas cabíveis, sanção, sanções, sancionar,
      multa, multas, multa diária, coima, pena, penas, sob pena, sob pena de, prisão, cadeia, consequências,
      consequências legais, consequências penais, descumprimento, incumprimento, descumprir, incumprir,
      não cumprimento, falta de resposta, ausência de resposta, omissão, omissão de socorro, recusa, recusar,
      obrigatório, obrigatória, obrigação, obrigação legal, obrigado a, obrigados a, está obrigado, estão obrigados,
      deverá, deverão, deve cumprir, exigir, exigimos, exige, exige-se, ordenamos, determinamos, fica intimado,
      intimado, intimação, intimar, notificação extrajudicial, advertência, última advertência, última oportunidade,
      última chance, na consciência, consciência, será sua culpa, culpa, seu superior, seus superiores,
      seu supervisor, departamento jurídico, em nome da lei, por ordem, autoridade judicial, autoridade judiciária,
      cúmplice, cumplicidade, busca e apreensão, mandado de prisão, negligência, imperativo, imperioso
      """)
}
