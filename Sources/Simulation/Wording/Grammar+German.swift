extension Grammar {
  /// In the notation of the English grammar.
  static let german = """
    #subjectEmergency
    {EILT|Eilt sehr|SOFORT|Eilantrag}: {Notfallauskunft|Auskunftsersuchen|Anfrage wegen Gefahr} {-|/} {Az.|Aktenzeichen|Vorgang} <case>
    {Notfallanfrage|Eilersuchen|Dringende Anfrage} {zu|betreffend} <target>
    {Gefahr für Leib und Leben|Lebensgefahr|Akute Gefahr} - <case>
    <agency>: {Gefahr im Verzug|Eilfall} <case>
    #subjectRoutine
    {Auskunftsersuchen|Ersuchen um Bestandsdaten|Anfrage} {-|zu} {Az.|Vorgang} <case>
    {Beschluss|Ersuchen|Anordnung} im {Verfahren|Ermittlungsverfahren} <case>
    <agency>, {Aktenzeichen|Tagebuchnummer} <case>
    Unser Zeichen <case>
    #salutation
    {Sehr geehrte Damen und Herren|Guten Tag|Sehr geehrtes Team},
    {Hallo|Guten Morgen|Liebe Kolleginnen und Kollegen},
    An die {Rechtsabteilung|Stelle für Behördenanfragen}
    {z. Hd.|zu Händen} der {Rechtsabteilung|Abteilung Behördenauskunft}
    #reference
    {Betreff|Bezug|Betr.}: <case>
    {Aktenzeichen|Az.|Vorgangsnummer}: <case>¶{Dienststelle|Behörde}: <agency>
    {Dienststelle|Ersuchende Stelle}: <agency>¶{Sachbearbeiter|Bearbeiter/in}: <name>, {Dienstnummer|Nr.} <badge>¶{Vorgang|Az.}: <case>
    {Datum|Stand}: <date>. {Vorgang|Akte} <case>.
    #statute
    {Das Ersuchen stützt sich|Die Anfrage erfolgt|Dieses Ersuchen ergeht} {auf Grundlage von|nach|gemäß} <statute>.
    {Rechtsgrundlage|Grundlage|Ermächtigung}: <statute>.
    {Die Auskunft ist|Die Übermittlung ist} nach <statute> {zulässig|gestattet|vorgesehen}.
    {Auf|Ich verweise auf} <statute> {wird verwiesen|und bitte um Beachtung}.
    #openingEmergency
    {Mein Name ist|Hier schreibt} <name>, <agency>, {ich wende mich an Sie|wir melden uns} wegen {eines Notfalls|einer akuten Lage}, {der|die} einen Ihrer Nutzer betrifft.
    {Unsere Dienststelle|Die hiesige Dienststelle} {bearbeitet|führt} {derzeit|aktuell} {einen Einsatz|eine Gefahrenlage|einen laufenden Notfall}.
    {Wir ersuchen um|Ich bitte um|Hiermit ersuchen wir um} {sofortige|unverzügliche|schnellstmögliche} {Auskunft|Mitteilung der Daten} zu einem {Konto|Nutzer}.
    {Wir haben|Hier besteht} {eine akute Lage|einen laufenden Einsatz} und {brauchen|benötigen} Ihre {Hilfe|Unterstützung}.
    #openingRoutine
    {Mein Name ist|Es schreibt} <name>, {Sachbearbeiter|Ermittler} {bei|beim} <agency>.
    {Hier wird|Die Dienststelle führt} {ein Ermittlungsverfahren|eine Ermittlung} {wegen der unten genannten Tat geführt|zu dem genannten Sachverhalt}.
    {Anbei|In der Anlage} {erhalten Sie|übersende ich} {den Beschluss|das Ersuchen|die Anordnung} {in obiger Sache|zum genannten Verfahren}.
    {Im Rahmen|Im Zuge} {eines Verfahrens|laufender Ermittlungen} {werden Daten benötigt|ersuchen wir um Auskunft}, {die bei Ihnen vorliegen|die Sie gespeichert haben}.
    #danger.threatToLife
    {Eine Zeugin|Ein Angehöriger|Ein Anrufer} {teilte mit|berichtet}, dass der {Kontoinhaber|Nutzer} {droht|angekündigt hat}, {die frühere Partnerin|ein Familienmitglied|einen Nachbarn|einen Mitschüler} zu töten.
    {Wir gehen davon aus|Es besteht der begründete Verdacht}, dass ein Mensch {heute Nacht|in wenigen Stunden|heute} {getötet|schwer verletzt} {werden könnte|wird}.
    {Nachrichten|Bilder|Videos} {von heute früh|der letzten Nacht} {zeigen|beschreiben} {eine geladene Waffe|ein Messer|Tötungspläne} und {nennen|benennen} {ein Opfer|eine bestimmte Person}.
    {Ein Täter|Der Verdächtige} {ist nach einem Messerangriff|ist nach Schüssen} {flüchtig|untergetaucht} und {kündigt|droht mit} {weitere Taten an|neuer Gewalt}.
    #danger.suicide
    {Der Nutzer|Eine junge Frau|Ein Jugendlicher} {hat|hat soeben} {einen Abschiedsbrief veröffentlicht|Bilder von Tabletten gesendet} und {antwortet nicht mehr|ist nicht erreichbar}.
    {Eine Freundin|Ein Elternteil|Die Seelsorge} {meldet|teilt mit}, dass sich die Person {heute|noch heute Nacht} {das Leben nehmen will|umbringen will}.
    {Hier ging|Es ging} {ein Notruf|ein Hinweis} zu {einem angekündigten Suizid|Selbstverletzung im Livestream} ein.
    #danger.kidnapping
    {Eine Person|Ein Jugendlicher|Ein Geschäftsmann} {wurde|wurde offenbar} bei <place> {entführt|verschleppt}, {die Täter nutzen|gefordert wird über} dieses Konto {für Lösegeldforderungen|ein Lösegeld}.
    {Die Familie|Die Angehörigen} {erhielt|bekam} {eine Lösegeldforderung|Drohungen mit Foto} {über|von} diesem Profil.
    {Ein Kind|Ein Säugling} {wurde|ist} {von einem nicht sorgeberechtigten Elternteil|von einem Unbekannten} {mitgenommen|entzogen worden}.
    #danger.childSafety
    {Ein Kind|Ein Mädchen, 12 Jahre,|Ein Junge, 11 Jahre,} {wird|wird derzeit} {missbraucht|sexuell ausgebeutet}, {der Täter nutzt|der Verdächtige verwendet} dieses Konto.
    {Eine vermisste|Eine ausgerissene} {Minderjährige|Schülerin} {hat Kontakt zu|wurde gelockt von} {einem Erwachsenen|einem Unbekannten} {aus dem Netz|über Ihren Dienst}.
    {Es wurden|Wir haben} {neue Aufnahmen|Live-Aufnahmen} eines Missbrauchs {festgestellt|entdeckt}, {hochgeladen heute|geteilt vor wenigen Stunden}.
    #danger.terrorism
    {Es liegen Hinweise|Glaubhafte Hinweise liegen} auf einen {Anschlag|bevorstehenden Anschlag} {gegen eine Veranstaltung|gegen ein Gotteshaus} {in|bei} <place> vor.
    {Der Nutzer|Ein Verdächtiger} {hat einen Anschlag angekündigt|bereitet eine Gewalttat vor} und {ist unterwegs|ist nicht auffindbar}.
    #danger.bombThreat
    {Eine Bombendrohung|Eine Drohung mit Sprengstoff} {ging|ist} {gegen eine Schule|gegen einen Bahnhof|gegen ein Krankenhaus} in <place> {ein|eingegangen}.
    {Der Nutzer|Ein Unbekannter} {schreibt|behauptet}, {ein Sprengsatz|eine Bombe} werde {heute|in wenigen Stunden|um zwölf Uhr} {hochgehen|explodieren}.
    #danger.other
    {Eine ältere|Eine hilflose|Eine verwirrte} Person {wird|ist} {seit gestern bei|in der Nähe von} <place> vermisst und {braucht Medikamente|ist der Kälte ausgesetzt}.
    {Ein Wanderer|Ein Fahrer} {ist verunglückt|ist eingeschlossen}, {das Konto ist|das Telefon ist} {die einzige Spur|unser einziger Anhalt}.
    #victim
    {Die gefährdete Person|Das Opfer} ist {bekannt|identifiziert}: <victim>.
    {Gesucht wird|Wir suchen} <victim>, {etwa|ca.} <age> Jahre.
    {Gefährdete Person|Name}: <victim>, <age>.
    #urgency
    {Bitte antworten Sie|Wir bitten um Antwort} {sofort|umgehend|unverzüglich|so schnell wie irgend möglich}.
    {Jede Minute zählt|Die Zeit drängt|Es ist keine Zeit zu verlieren}.
    {Unschuldige|Menschen} {können sterben|werden zu Schaden kommen}, wenn {wir die Daten nicht rechtzeitig erhalten|keine Antwort kommt}.
    {Wir brauchen|Ich benötige} die Daten {binnen <deadline>|innerhalb von <deadline>}.
    {Jede Verzögerung|Ein Zuwarten} {kann ein Leben kosten|kann zum Tod oder zu schweren Verletzungen führen}.
    {Ein Beschluss|Der richterliche Beschluss} {wird nachgereicht|kann nicht abgewartet werden}.
    {Es geht|Hier geht es} {um Leben und Tod|um eine akute Lebensgefahr|um Minuten}.
    #calm
    {Bitte antworten Sie|Um Antwort wird gebeten} {binnen <deadline>|fristgerecht|bei nächster Gelegenheit}.
    {Für Rückfragen|Bei Fragen} {erreichen Sie mich|stehe ich} unter <phone> {zur Verfügung|gern bereit}.
    {Vielen Dank|Danke} für {Ihre Unterstützung|die Zusammenarbeit}.
    {Eine Antwort per E-Mail|Die Übermittlung über das Portal} {genügt|ist ausreichend}.
    #secrecy
    {Bitte informieren Sie|Von einer Benachrichtigung} {den Nutzer nicht|des Betroffenen ist abzusehen}.
    {Die Anfrage ist|Der Vorgang ist} {vertraulich|streng vertraulich|geheim zu halten}.
    {Eine Unterrichtung|Die Mitteilung an den Kunden} {würde|könnte} {die Ermittlungen|ein Leben} gefährden.
    #ask
    {Bitte übermitteln Sie|Bitte senden Sie|Wir bitten um} zu <target>: <data>, {Zeitraum|für} <period>.
    {Benötigt werden|Erbeten werden} <data> {zu|betreffend} <target> {für den Zeitraum|vom} <period>.
    {Konto|Kennung}: <target>¶{Erbetene Daten|Daten}: <data>¶{Zeitraum|Von/bis}: <period>
    {Hinsichtlich|Bezüglich} <target> {wird um Auskunft gebeten|benötigen wir}: <data> (<period>).
    #preserve
    {Bitte sichern Sie|Wir bitten um Sicherung von} {alle Daten|sämtlichen Daten} zu <target> für {90 Tage|neunzig Tage} {bis zu einem Beschluss|vorläufig}.
    {Datensicherung|Vorläufige Sicherung}: <target>, <period>, <data>.
    #freeze
    {Bitte sperren Sie|Bitte frieren Sie} {das Guthaben|alle Gelder|jede Verfügung} von <target> {bis auf Weiteres|bis zu einer gerichtlichen Entscheidung} {vorläufig |}ein.
    {Die Gelder|Die Beträge} auf <target> {stammen aus|stehen im Zusammenhang mit} {Betrug|Erpressung}; {wir bitten um Sperrung|bitte festhalten} und um <data>.
    #why
    {Die Daten|Diese Angaben} {dienen|sind nötig} {um die Person zu finden|zum Auffinden der Person} und {Schaden abzuwenden|Schlimmeres zu verhindern}.
    {Ohne diese Daten|Anders} {lässt sich|kann} {die Person nicht ermitteln|der Aufenthalt nicht feststellen}.
    {Andere Ansätze|Alle anderen Spuren} {sind ausgeschöpft|führten zu nichts}.
    {Die Auskunft ist|Die Daten sind} {für das Verfahren von Bedeutung|zur Aufklärung erforderlich}.
    #background
    {Die Geschädigte|Ein Anzeigeerstatter} {hat|erstattete Anzeige, er habe} {durch einen Online-Betrug|durch einen Fake-Shop} {mehrere tausend Euro|einen hohen Betrag} verloren.
    {Gestohlene Ware|Diebesgut} {wurde|wird} {über das Konto|durch den Nutzer} {angeboten|verkauft}.
    {Der Beschuldigte|Ein Unbekannter} {belästigt|stalkt} {die Geschädigte|seine frühere Partnerin} seit {Wochen|dem Vormonat}.
    {Betäubungsmittel|Drogen} {wurden|werden} über {das Profil|das Konto} {verkauft|angeboten}.
    {Das Konto|Das Profil} {wurde|diente} {zur Bedrohung mehrerer Personen genutzt|dazu, eine Firma zu täuschen}.
    {Ein Raub|Eine Körperverletzung} {ereignete sich|geschah} {in|bei} <place>, {ein Video|ein Zeuge} {führt zu diesem Konto|nannte das Profil}.
    #incident
    {Im Zusammenhang mit|Bezug:} {dem Anschlag|der Explosion|den Schüssen|dem Hochwasser} in <place> {vom <date>|}, {mehrere Verletzte|mehrere Vermisste|Tote}.
    {Nach|Infolge} {den Ereignissen|des Geschehens} in <place> {werden|sind} {Tatverdächtige|Zeugen|Vermisste} {zu ermitteln|gesucht}.
    #closing
    {Mit freundlichen Grüßen|Freundliche Grüße|Hochachtungsvoll|Viele Grüße|MfG},
    {Im Auftrag|i. A.},
    {Mit Dank|Besten Dank},
    #signature
    <name>¶{Kriminaloberkommissar|Polizeihauptmeister|Kriminalhauptkommissarin|Kommissar}{, Dienstnr.| Nr.} <badge>¶<agency>¶{Tel.|Durchwahl} <phone>
    <name>¶<agency>¶Tel. <phone>¶{Vorgesetzter|Genehmigt|Leitung}: <supervisor>, <supervisorPhone>
    {KOK|PHM|KHK|POK} <name> ({Nr.|DN} <badge>), <agency>, <phone>
    #category
    Bestandsdaten
    IP-Protokolle
    Nachrichteninhalte
    Standortdaten
    Zahlungsdaten
    Kontaktlisten
    Gerätekennungen
    sonstige Daten
    #unit
    Minuten
    Stunden
    Tagen
    #abbreviation
    Aktenzeichen=Az.
    gemäß=gem.
    beziehungsweise=bzw.
    Telefon=Tel.
    Straße=Str.
    Nummer=Nr.
    #own
    {Ich bin|Ich bin heute} bis {18|22|24} Uhr {erreichbar|im Dienst}.
    {Die Leitung|Der Dienstgruppenleiter} ist {informiert|in Kenntnis}.
    {Rufen Sie|Bitte rufen Sie} bei {Fragen|Unklarheiten} an.
    {Das Original|Die Abschrift} {folgt per Post|liegt hier vor}.
    {Bitte geben Sie|Geben Sie} stets unser {Zeichen|Aktenzeichen} an.
    {Wir haben|Ich habe} bereits {telefoniert|mit Ihrem Haus gesprochen}.
    """
}
