extension Grammar {
  /// In the notation of the English grammar.
  static let spanish = """
    #subjectEmergency
    {URGENTE|Urgente|EMERGENCIA}: {solicitud de datos|petición de emergencia|solicitud de divulgación} {-|–} {exp.|ref.|diligencias} <case>
    Solicitud {urgente|de emergencia} {sobre|relativa a} <target>
    {Peligro de muerte|Peligro inminente|Vida en peligro} - <case>
    <agency>: solicitud urgente <case>
    #subjectRoutine
    {Oficio|Solicitud de datos|Requerimiento} {-|/} {diligencias|expediente|atestado} <case>
    {Mandamiento judicial|Requerimiento de información|Oficio de investigación} <case>
    <agency>, {expediente|causa} <case>
    Nuestra referencia <case>
    #salutation
    {Estimados señores|Muy señores míos|Estimado equipo},
    {Buenos días|Buenas tardes|Hola},
    A la atención del {departamento jurídico|equipo legal}
    {Distinguidos señores|Estimados colegas},
    #reference
    {Asunto|Ref.|Referencia}: <case>
    {Expediente|Diligencias|Atestado} n.º <case>¶{Unidad|Dependencia}: <agency>
    {Unidad solicitante|De}: <agency>¶{Agente|Instructor}: <name>, {TIP|carné} <badge>¶{Caso|Expediente}: <case>
    {Fecha|A} <date>. {Expediente|Caso} <case>.
    #statute
    {La presente solicitud se formula|Se solicita|Actuamos} {al amparo de|conforme a|en virtud de} <statute>.
    {Base legal|Fundamento jurídico|Normativa}: <statute>.
    {La cesión está|La entrega está} {permitida|autorizada} por <statute>.
    {Se invoca|Nos remitimos a} <statute>.
    #openingEmergency
    {Soy|Me llamo} <name>, {de|destinado en} <agency>, y les {escribo|contacto} por una emergencia que afecta a uno de sus usuarios.
    {Esta unidad|Nuestra unidad} {atiende|gestiona} {en este momento|actualmente} {una emergencia|un incidente en curso|una intervención}.
    {Solicitamos|Pedimos|Se solicita} la {entrega|comunicación|remisión} {inmediata|urgente} de los datos {de una cuenta|de un usuario}.
    {Tenemos|La unidad tiene} {un caso abierto|un aviso grave} y {necesitamos|precisamos} su {ayuda|colaboración}.
    #openingRoutine
    {Soy|Escribe} <name>, {investigador|agente} {de|en} <agency>.
    {Esta unidad|Nuestra oficina} {instruye|lleva a cabo} {diligencias|una investigación} {por los hechos abajo descritos|en el asunto citado}.
    {Adjunto|Se adjunta|Adjunto remitimos} {el mandamiento|el oficio|la orden} {del asunto de referencia|citado}.
    {En el marco de|Con motivo de} {una investigación|unas diligencias} {en curso|abierta} {solicitamos|se interesan} {datos|información} {en su poder|que obran en su poder}.
    #danger.threatToLife
    {Una testigo|Un familiar|Un vecino} {informa|avisa} de que el {titular|usuario} de la cuenta {amenaza|ha amenazado} con matar a {su expareja|un familiar|un vecino|un compañero}.
    {Creemos|Hay motivos para creer} que una persona {puede ser asesinada|está en peligro de muerte|va a sufrir lesiones graves} {esta noche|en pocas horas|hoy}.
    {Mensajes|Vídeos|Fotos} {de esta mañana|de anoche} {muestran|describen} {un arma cargada|un cuchillo|planes de disparar} y {señalan|nombran} {a la víctima|a una persona concreta}.
    {El autor|El sospechoso} de {un apuñalamiento|un tiroteo} {está huido|sigue en paradero desconocido} y {anuncia|ha anunciado} {más violencia|otro ataque}.
    #danger.suicide
    {El usuario|Una joven|Un menor} {ha publicado|ha enviado} {una despedida|fotos de pastillas} y {no responde|está ilocalizable}.
    {Una amiga|Un padre|Una línea de ayuda} {comunica|avisa de} que la persona {quiere quitarse la vida|va a suicidarse} {esta noche|hoy}.
    {Se ha recibido|La sala ha recibido} {una llamada|un aviso} por {un suicidio anunciado|autolesiones en directo}.
    #danger.kidnapping
    {Una persona|Un adolescente|Un empresario} {fue secuestrada|ha sido secuestrado} {en|cerca de} <place> y {los captores usan|los autores utilizan} esta cuenta para {pedir un rescate|exigir dinero}.
    {La familia|Los parientes} {ha recibido|recibieron} {una petición de rescate|amenazas y una foto} {desde|por} este perfil.
    {Un niño|Una menor} {fue llevado|fue sustraído} por {un progenitor sin custodia|un desconocido} {esta mañana|anoche}.
    #danger.childSafety
    {Un menor|Una niña de 12 años|Un niño} {sufre abusos|está siendo explotado} y {el autor usa|el sospechoso utiliza} esta cuenta.
    {Una menor desaparecida|Un menor fugado} {está en contacto con|fue captado por} {un adulto|un desconocido} {por internet|a través de su servicio}.
    {Se han detectado|Hemos hallado} {imágenes nuevas|abusos en directo} {subidas|compartidas} {hoy|hace pocas horas}.
    #danger.terrorism
    {Información fiable|Fuentes creíbles} {apunta|apuntan} a un {atentado|ataque} {inminente|en preparación} contra {un acto público|un lugar de culto} {en|cerca de} <place>.
    {El usuario|Un sospechoso} {ha anunciado|prepara} {un atentado|una acción violenta} y {se desplaza|no ha sido localizado}.
    #danger.bombThreat
    {Una amenaza de bomba|Un aviso de explosivo} {se recibió|ha llegado} {en un colegio|en una estación|en un hospital} de <place>.
    {El usuario|Un anónimo} {escribe|afirma} que {un artefacto|una bomba} {va a explotar|estallará} {en pocas horas|a mediodía|hoy}.
    #danger.other
    {Una persona mayor|Un senderista|Una persona vulnerable} {ha desaparecido|está desaparecida} {cerca de|en} <place> y {necesita medicación|corre peligro por el frío}.
    {Una urgencia médica|Una sobredosis} {fue comunicada|se sospecha} {en un chat|por un contacto}, {dirección desconocida|sin dirección}.
    #victim
    {La persona en peligro|La víctima} está {identificada|localizada por nombre}: <victim>.
    {Buscamos|Hay que localizar} a <victim>, de {unos|aproximadamente} <age> años.
    {Persona en riesgo|Nombre}: <victim>, <age> años.
    #urgency
    {Rogamos|Por favor} {respondan|contesten} {de inmediato|cuanto antes|sin demora|con la máxima urgencia}.
    {Cada minuto cuenta|El tiempo apremia|No hay tiempo que perder}.
    {Personas inocentes|Alguien} {puede morir|morirá|sufrirá daños graves} {si no recibimos|sin} {estos datos|respuesta} {a tiempo|ya}.
    {Necesitamos|Precisamos} los datos {en <deadline>|en un plazo de <deadline>}.
    {Cualquier retraso|La demora} {puede costar una vida|puede causar la muerte o lesiones graves}.
    {El mandamiento|La orden judicial} {se remitirá después|no puede esperarse}.
    {Es|Se trata de} {una cuestión de vida o muerte|una urgencia absoluta|una amenaza inminente}.
    #calm
    {Rogamos|Se ruega} {respuesta|contestación} {en un plazo de <deadline>|en el plazo legal|a la mayor brevedad}.
    {Para cualquier duda|Para aclaraciones} {llamen al|contacten en el} <phone>.
    {Gracias|Agradecemos} {por su colaboración|su colaboración}.
    {Basta|Es suficiente} {respuesta por correo|la entrega por el portal}.
    #secrecy
    {Rogamos no|Les pedimos no} {informar|avisar} {al titular|al usuario|al cliente}.
    {Esta solicitud es|Las actuaciones son} {confidencial|secretas|estrictamente confidencial}.
    {El aviso|La notificación} al usuario {pondría en riesgo|comprometería} {la investigación|una vida}.
    #ask
    {Rogamos|Solicitamos|Por favor} {faciliten|remitan|entreguen} para <target>: <data>, {periodo|desde} <period>.
    {Se interesan|Se solicitan|Necesitamos} <data> {relativos a|de} <target> {para el periodo|del} <period>.
    {Cuenta|Identificador}: <target>¶{Datos solicitados|Datos}: <data>¶{Periodo|Fechas}: <period>
    {Respecto de|En cuanto a} <target> {necesitamos|interesa} <data> (<period>).
    #preserve
    {Rogamos|Solicitamos que} {conserven|preserven} {todos los datos|la totalidad de datos} de <target> durante {90 días|noventa días} a la espera de {mandamiento|orden}.
    {Solicitud de conservación|Preservación}: <target>, <period>, <data>.
    #freeze
    {Rogamos|Solicitamos} {bloqueen|congelen} {los fondos|el saldo|toda transferencia} de <target> hasta {nuevo aviso|decisión judicial}.
    {Los fondos|Las cantidades} de <target> {proceden de|están vinculados a} {una estafa|una extorsión}; {rogamos su bloqueo|bloquéenlos} y {remitan|faciliten} <data>.
    #why
    {Los datos|Estos datos} {permitirán|sirven para} {localizar|encontrar} {a la persona|al autor} y {evitar|impedir} {daños|un mal mayor}.
    {Sin estos datos|De otro modo} {no podemos|resulta imposible} {identificar|localizar} {a la persona|a los autores}.
    {Las demás vías|Otras pistas} {están agotadas|no han dado resultado}.
    {Los datos son|La información es} {relevantes|necesaria} para {la investigación|esclarecer los hechos}.
    #background
    {La víctima|Un denunciante} {denuncia|ha perdido} {una estafa|dinero} de {varios miles|una suma elevada} {en una web falsa|por un anuncio}.
    {Objetos robados|Efectos sustraídos} {se ofrecían|fueron ofrecidos} {desde la cuenta|en el perfil}.
    {El investigado|Un desconocido} {acosa|persigue} a {la denunciante|su expareja} desde {hace semanas|el mes pasado}.
    {Drogas|Sustancias ilícitas} {se venden|son ofrecidas} {mediante|a través de} la cuenta.
    {La cuenta|El perfil} {se usó|ha servido} para {amenazar|estafar|suplantar} a {varias personas|una empresa}.
    {Un robo|Una agresión} {ocurrió|tuvo lugar} {en|cerca de} <place> y {un vídeo|un testigo} {lleva a la cuenta|señala el perfil}.
    #incident
    {En relación con|Con motivo de} {el atentado|la explosión|el tiroteo|la inundación} de <place> {del <date>|}, con {heridos|desaparecidos|víctimas}.
    {Tras|Después de} los hechos de <place> {identificamos|buscamos} {sospechosos|testigos|desaparecidos}.
    #closing
    {Atentamente|Un saludo|Saludos cordiales|Reciban un cordial saludo},
    {Gracias|Muchas gracias|Agradecidos},
    {El instructor|Firmado},
    #signature
    <name>¶{Inspector|Subinspectora|Sargento|Oficial|Cabo}{, TIP| n.º} <badge>¶<agency>¶{Tel.|Teléfono} <phone>
    <name>¶<agency>¶Tel. <phone>¶{Responsable|Superior|Autoriza}: <supervisor>, <supervisorPhone>
    {Insp.|Sgto.|Of.} <name> ({TIP|carné} <badge>) - <agency> - <phone>
    #category
    datos del titular
    registros de IP
    contenido de mensajes
    datos de localización
    datos de pago
    listas de contactos
    identificadores del dispositivo
    otros datos
    #unit
    minutos
    horas
    días
    #abbreviation
    expediente=exp.
    referencia=ref.
    información=info
    número=núm.
    teléfono=tfno.
    por=x
    #own
    {Estoy|Sigo} {de servicio|localizable} hasta las {18|22|24}.
    {Mi superior|El jefe de turno} está {informado|al tanto}.
    {Llámenme|Llamen} si hay {dudas|preguntas}.
    {El original|Una copia} {va por correo|obra en autos}.
    {Indiquen|Citen} siempre nuestra {referencia|numeración}.
    {Ya hablé|Ya hablamos} con {un compañero|su oficina}.
    """
}
