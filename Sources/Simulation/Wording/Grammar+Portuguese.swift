extension Grammar {
  /// In the notation of the English grammar.
  static let portuguese = """
    #subjectEmergency
    {URGENTE|Urgente|EMERGÊNCIA}: {pedido de dados|solicitação de emergência|requisição urgente} {-|–} {inquérito|ref.|processo} <case>
    Pedido {urgente|de emergência} {sobre|relativo a} <target>
    {Perigo de morte|Perigo iminente|Risco de vida} - <case>
    <agency>: pedido urgente <case>
    #subjectRoutine
    {Ofício|Pedido de dados|Requisição} {-|/} {inquérito|processo|proc.} <case>
    {Ordem judicial|Requisição de informações|Ofício policial} <case>
    <agency>, {inquérito|processo} <case>
    Nossa referência <case>
    #salutation
    {Prezados senhores|Exmos. Senhores|Prezada equipe},
    {Bom dia|Boa tarde|Olá},
    Ao {departamento jurídico|setor jurídico}
    {Senhores|Caros colegas},
    #reference
    {Assunto|Ref.|Referência}: <case>
    {Inquérito|Processo|Procedimento} n.º <case>¶{Unidade|Órgão}: <agency>
    {Órgão requisitante|De}: <agency>¶{Agente|Responsável}: <name>, {matrícula|registo} <badge>¶{Caso|Processo}: <case>
    {Data|Em} <date>. {Processo|Caso} <case>.
    #statute
    {O presente pedido é feito|Requisita-se|Atuamos} {ao abrigo de|nos termos de|com base em} <statute>.
    {Base legal|Fundamento|Fundamento jurídico}: <statute>.
    {A entrega é|O fornecimento é} {permitida|autorizado} por <statute>.
    {Invoca-se|Remete-se para} <statute>.
    #openingEmergency
    {Sou|Chamo-me} <name>, {de|lotado em} <agency>, e {escrevo|entro em contato} por uma emergência que envolve um dos seus utilizadores.
    {Esta unidade|A nossa unidade} {atende|acompanha} {neste momento|atualmente} {uma emergência|uma ocorrência em curso|uma situação grave}.
    {Solicitamos|Pedimos|Solicita-se} o {envio|fornecimento} {imediato|urgente} dos dados {de uma conta|de um utilizador}.
    {Temos|A unidade tem} {um caso aberto|uma ocorrência grave} e {precisamos|necessitamos} da sua {ajuda|colaboração}.
    #openingRoutine
    {Sou|Escreve} <name>, {investigador|agente} {de|em} <agency>.
    {Esta unidade|A nossa delegacia} {conduz|instaura} {inquérito|uma investigação} {pelos factos abaixo|no caso citado}.
    {Segue em anexo|Em anexo|Anexamos} {a ordem|o ofício|o mandado} {do processo em referência|citado}.
    {No âmbito de|Para instruir} {uma investigação|um inquérito} {em curso|aberto} {solicitamos|requisitamos} {dados|informações} {em seu poder|que possuem}.
    #danger.threatToLife
    {Uma testemunha|Um familiar|Um vizinho} {relata|informou} que o {titular|utilizador} da conta {ameaça|ameaçou} matar {a ex-companheira|um familiar|um vizinho|um colega}.
    {Acreditamos|Há razões para crer} que uma pessoa {pode ser morta|corre perigo de morte|vai ser gravemente ferida} {esta noite|em poucas horas|hoje}.
    {Mensagens|Vídeos|Fotos} {desta manhã|da noite passada} {mostram|descrevem} {uma arma carregada|uma faca|planos de atirar} e {indicam|nomeiam} {a vítima|uma pessoa concreta}.
    {O autor|O suspeito} de {um esfaqueamento|um tiroteio} {está em fuga|segue foragido} e {anuncia|anunciou} {mais violência|novo ataque}.
    #danger.suicide
    {O utilizador|Uma jovem|Um adolescente} {publicou|enviou} {uma despedida|fotos de comprimidos} e {não responde|está incontactável}.
    {Uma amiga|Um pai|Uma linha de apoio} {comunica|avisa} que a pessoa {quer tirar a própria vida|vai suicidar-se} {esta noite|hoje}.
    {Recebemos|A central recebeu} {uma chamada|um alerta} de {suicídio anunciado|automutilação ao vivo}.
    #danger.kidnapping
    {Uma pessoa|Um adolescente|Um empresário} {foi sequestrada|foi sequestrado} {em|perto de} <place> e {os sequestradores usam|os autores utilizam} esta conta para {pedir resgate|exigir dinheiro}.
    {A família|Os parentes} {recebeu|receberam} {um pedido de resgate|ameaças e uma foto} {deste|por este} perfil.
    {Uma criança|Um bebé} {foi levada|foi subtraída} por {um progenitor sem guarda|um desconhecido} {esta manhã|ontem à noite}.
    #danger.childSafety
    {Uma criança|Uma menina de 12 anos|Um menor} {sofre abusos|está a ser explorada} e {o autor usa|o suspeito utiliza} esta conta.
    {Uma menor desaparecida|Um menor em fuga} {está em contacto com|foi aliciado por} {um adulto|um desconhecido} {na internet|pelo vosso serviço}.
    {Foram detetadas|Encontrámos} {novas imagens|transmissões} de abuso {enviadas|partilhadas} {hoje|há poucas horas}.
    #danger.terrorism
    {Informações credíveis|Fontes fiáveis} {apontam|indicam} um {atentado|ataque} {iminente|em preparação} contra {um evento público|um local de culto} {em|perto de} <place>.
    {O utilizador|Um suspeito} {anunciou|prepara} {um atentado|uma ação violenta} e {está em deslocação|não foi localizado}.
    #danger.bombThreat
    {Uma ameaça de bomba|Um alerta de explosivo} {chegou|foi recebido} {a uma escola|a uma estação|a um hospital} de <place>.
    {O utilizador|Um anónimo} {escreve|afirma} que {um engenho|uma bomba} {vai explodir|explodirá} {em poucas horas|ao meio-dia|hoje}.
    #danger.other
    {Uma pessoa idosa|Um caminhante|Uma pessoa vulnerável} {desapareceu|está desaparecida} {perto de|em} <place> e {precisa de medicação|corre risco com o frio}.
    {Uma emergência médica|Uma overdose} {foi comunicada|é suspeitada} {num chat|por um contacto}, {morada desconhecida|sem endereço}.
    #victim
    {A pessoa em perigo|A vítima} está {identificada|referenciada}: <victim>.
    {Procuramos|É preciso localizar} <victim>, de {cerca de|aproximadamente} <age> anos.
    {Pessoa em risco|Nome}: <victim>, <age> anos.
    #urgency
    {Pedimos|Por favor} {respondam|resposta} {de imediato|imediatamente|sem demora|com a máxima urgência}.
    {Cada minuto conta|O tempo urge|Não há tempo a perder}.
    {Pessoas inocentes|Alguém} {pode morrer|vai morrer|sofrerá danos graves} {se não recebermos|sem} {estes dados|resposta} {a tempo|já}.
    {Precisamos|Necessitamos} dos dados {em <deadline>|no prazo de <deadline>}.
    {Qualquer atraso|A demora} {pode custar uma vida|pode causar morte ou lesões graves}.
    {O mandado|A ordem judicial} {seguirá depois|não pode ser aguardada}.
    {É|Trata-se de} {uma questão de vida ou morte|urgência absoluta|uma ameaça iminente}.
    #calm
    {Pedimos|Solicita-se} {resposta|retorno} {no prazo de <deadline>|no prazo legal|com a brevidade possível}.
    {Para dúvidas|Para esclarecimentos} {ligar para|contactar} <phone>.
    {Obrigado|Agradecemos} {pela colaboração|a colaboração}.
    {Basta|É suficiente} {resposta por e-mail|o envio pelo portal}.
    #secrecy
    {Pedimos que não|Favor não} {informem|avisar} {o titular|o utilizador|o cliente}.
    {Este pedido é|O processo corre} {confidencial|em segredo|estritamente confidencial}.
    {A notificação|O aviso} ao utilizador {poria em risco|comprometeria} {a investigação|uma vida}.
    #ask
    {Pedimos|Solicitamos|Favor} {fornecer|enviar|remeter} para <target>: <data>, {período|de} <period>.
    {Solicitam-se|Requisitam-se|Precisamos de} <data> {relativos a|de} <target> {no período|de} <period>.
    {Conta|Identificador}: <target>¶{Dados solicitados|Dados}: <data>¶{Período|Datas}: <period>
    {Quanto a|Relativamente a} <target> {precisamos de|interessa} <data> (<period>).
    #preserve
    {Pedimos|Solicitamos} a {preservação|conservação} de {todos os dados|quaisquer dados} de <target> por {90 dias|noventa dias} até {ordem judicial|novo ofício}.
    {Pedido de preservação|Preservação}: <target>, <period>, <data>.
    #freeze
    {Pedimos|Solicitamos} o {bloqueio|congelamento} {dos fundos|do saldo|de transferências} de <target> até {novo aviso|decisão judicial}.
    {Os fundos|Os valores} de <target> {provêm de|estão ligados a} {burla|extorsão}; {pedimos o bloqueio|bloqueiem-nos} e {enviem|forneçam} <data>.
    #why
    {Os dados|Estes dados} {permitirão|servem para} {localizar|encontrar} {a pessoa|o autor} e {evitar|impedir} {danos|o pior}.
    {Sem estes dados|De outro modo} {não podemos|é impossível} {identificar|localizar} {a pessoa|os autores}.
    {As outras vias|Outras pistas} {estão esgotadas|não deram resultado}.
    {Os dados são|A informação é} {relevantes|necessária} para {a investigação|apurar os factos}.
    #background
    {A vítima|Um queixoso} {denunciou|perdeu} {uma burla|dinheiro} de {vários milhares|valor elevado} {num site falso|por um anúncio}.
    {Bens furtados|Objetos roubados} {foram oferecidos|eram vendidos} {pela conta|no perfil}.
    {O investigado|Um desconhecido} {assedia|persegue} {a queixosa|a ex-companheira} há {semanas|um mês}.
    {Drogas|Estupefacientes} {são vendidos|são oferecidos} {através|por meio} da conta.
    {A conta|O perfil} {foi usada|serviu} para {ameaçar|burlar|imitar} {várias pessoas|uma empresa}.
    {Um roubo|Uma agressão} {ocorreu|deu-se} {em|perto de} <place> e {um vídeo|uma testemunha} {leva à conta|aponta o perfil}.
    #incident
    {Em relação a|Na sequência de} {um atentado|uma explosão|um tiroteio|uma cheia} em <place> {de <date>|}, com {feridos|desaparecidos|vítimas}.
    {Após|Depois de} os factos de <place> {identificamos|procuramos} {suspeitos|testemunhas|desaparecidos}.
    #closing
    {Atenciosamente|Cumprimentos|Com os melhores cumprimentos|Cordialmente},
    {Obrigado|Muito obrigado|Gratos},
    {Respeitosamente|Subscrevo-me},
    #signature
    <name>¶{Inspetor|Delegado|Agente|Escrivã|Chefe}{, matrícula| n.º} <badge>¶<agency>¶{Tel.|Telefone} <phone>
    <name>¶<agency>¶Tel. <phone>¶{Responsável|Superior|Autorizado por}: <supervisor>, <supervisorPhone>
    {Insp.|Del.|Ag.} <name> ({mat.|n.º} <badge>) - <agency> - <phone>
    #category
    dados cadastrais
    registos de IP
    conteúdo de mensagens
    dados de localização
    dados de pagamento
    listas de contactos
    identificadores do dispositivo
    outros dados
    #unit
    minutos
    horas
    dias
    #abbreviation
    processo=proc.
    referência=ref.
    informações=info
    número=nº
    telefone=tel.
    você=vc
    #own
    {Estou|Continuo} {de serviço|contactável} até às {18|22|24}.
    {O superior|A chefia} está {informada|a par}.
    {Liguem-me|Telefonem} em caso de {dúvida|questões}.
    {O original|A cópia} {segue por correio|está nos autos}.
    {Indicar|Citar} sempre a nossa {referência|numeração}.
    {Já falei|Já falámos} com {um colega|o vosso setor}.
    """
}
