extension Grammar {
  /// One phrase a line; `{a|b}` is a choice, `<field>` comes from the request, `¶` breaks the line.
  static let english = """
    #subjectEmergency
    {EMERGENCY|Emergency|URGENT:|Exigent} {disclosure request|data request|request} {-|–|/} {case|ref|our ref} <case>
    Emergency {Disclosure|Data} Request {re:|regarding|for} <target>
    {Threat to life|Imminent danger|Life at risk} - <case>
    <agency>: emergency request <case>
    {EDR|Exigent circumstances form} <case> <name>
    Request under exigent circumstances, <agency>
    #subjectRoutine
    {Request for|Legal process:|Service of} {records|account information|subscriber information} {-|/} <case>
    {Legal request|Records request|Law enforcement request} <case>
    <agency> {case|file|matter} <case>
    {Process|Order|Demand} for {production of records|user data} in {case|matter} <case>
    Our reference <case>, your {user|customer|account holder}
    #salutation
    {Dear|To the} {Legal Response Team|Law Enforcement Response Team|Custodian of Records},
    {Good morning|Good afternoon|Hello},
    {Dear Sir or Madam|Dear Sirs|Dear colleagues},
    To whom it may concern:
    {Hello team|Hi there|Hi all},
    ATTN: {Legal Compliance|Custodian of Records|Trust and Safety}
    #reference
    {Re|Ref|Reference|Our ref}: <case>
    {Case number|Case No.|Incident no.|File}: <case>¶{Agency|Department}: <agency>
    {Agency|From}: <agency>¶{Officer|Investigator|Requesting officer}: <name>, {badge|ID} <badge>¶{Case|Report} #: <case>
    {Investigation|Matter} <case> / <agency>
    {Date|Dated} <date>. {Case|File} <case>.
    #statute
    {This request is made|The request is made|We make this request|Made} {pursuant to|under|in accordance with} <statute>.
    {Legal basis|Authority|Statutory authority}: <statute>.
    {Disclosure is|Such disclosure is} {permitted|authorised|allowed} {by|under} <statute>.
    {I refer you to|Please refer to|Your attention is drawn to} <statute>.
    {The undersigned|The officer named below} {relies on|invokes} <statute>.
    #openingEmergency
    {I am|My name is} <name> {of|from|with} <agency> and {I am writing about|I am contacting you about|this concerns} an emergency {involving|concerning} one of your users.
    <agency> is {currently |presently |}{investigating|responding to|working} an {emergency|active incident|ongoing emergency}.
    {We are requesting|This is a request for|We hereby request} {emergency disclosure|the emergency disclosure|immediate disclosure} of {user|account} {information|records} {held by|from} your company.
    {We have|Our unit has|Officers have} {an open|a live|an unfolding} {case|incident|call} and {need|require} your {help|assistance}.
    {The following|What follows} is an {exigent|emergency} request {from|by} <agency>.
    #openingRoutine
    {I am|My name is} <name>, {an investigator|a detective|an officer} {with|at} <agency>.
    <agency> is {conducting|carrying out} {a criminal investigation|an investigation|an inquiry} into {the matter referenced above|offences described below|the events below}.
    {Please find attached|Attached is|Enclosed please find} {legal process|the signed process|our demand} in the {above|captioned} matter.
    {We are investigating|Our office investigates|This unit is looking into} {a series of offences|a reported offence|a complaint} {in|around} <place>.
    {In connection with|In relation to|As part of} {an ongoing|a current|an open} investigation we {ask for|request|seek} {records|information} {from|held by} your company.
    #danger.threatToLife
    {A caller|A witness|A relative} {reported|told us} that the {account holder|user} {has threatened|is threatening} to kill {a former partner|a family member|a neighbour|a classmate}.
    {We believe|There is reason to believe|Officers believe} that a person {may be killed|is about to be seriously hurt|is in danger of death} {tonight|within hours|today}.
    {Messages|Posts|Pictures} sent {this morning|last night|within the last hours} {show|describe} {a loaded weapon|a knife|plans to shoot} and {name|point to} {an intended victim|a specific person}.
    A {stabbing|shooting|violent assault} suspect {is at large|has fled} and {has announced|announced online} {another attack|further violence}.
    {The victim|A woman|A man} {was last heard|could be heard} {screaming|calling for help} on a {call|video} and {nobody has|no one has} {reached them|found them} since.
    #danger.suicide
    {The user|The account holder|A young person} {posted|sent} {a farewell message|a goodbye note|pictures of pills} and {has not answered|cannot be reached} since.
    {A friend|A parent|A crisis line} {reports|alerted us} that the user {intends to end|wants to take} their {own |}life {tonight|today|soon}.
    {We have received|Dispatch took} a {call|report} of {a person about to jump|a planned suicide|self-harm shown on a live stream}.
    The {person|user} {is alone|has left home}, {has taken an overdose|is in crisis}, and {their location is unknown|we do not know where}.
    #danger.kidnapping
    {A person|A teenager|A businessman} {was taken|was abducted|was forced into a vehicle} {near|in} <place> and {the captors|the kidnappers} {use|are using} {this account|the account below} to {demand|ask for} {money|a ransom}.
    {The family|Relatives} {received|has received} {a ransom demand|threats and a photograph} {through|from} {your service|this account}.
    {The victim|A missing woman} {is being held|is believed to be held} {against her will|by unknown men}, {last contact was|the last sign of life came} {through this account|a few hours ago}.
    {A child|An infant} {was taken by|was abducted by} {a parent without custody|a stranger} {this morning|yesterday evening}.
    #danger.childSafety
    {A child|A girl aged 13|A boy aged 11|A minor} {is being|is currently being} {abused|exploited|groomed} and {the offender|the suspect} {uses|is using} this account.
    {A missing|A runaway} {child|teenager} {is in contact with|was lured by} {an adult|an unknown man} {met online|through your service}.
    {We identified|Analysts identified} {new images|live abuse} of a {young child|minor} {uploaded|shared} from the account {today|within hours}.
    {A hotline report|A tip} {describes|shows} ongoing {abuse|exploitation} of a child who {has not been identified|must be found}.
    #danger.terrorism
    {Intelligence indicates|We have credible information of} an {attack|imminent attack} {planned|being prepared} against {a public event|a place of worship|a crowd} {in|near} <place>.
    {The user|A suspect} {announced|pledged|prepared} an {attack|act of violence} {in the name of an extremist group|on behalf of others} and {is on the move|cannot be located}.
    {Members of|A cell within} an extremist group {coordinate|are coordinating} {through|with} the accounts {listed|given} below.
    #danger.bombThreat
    {A bomb threat|An explosive threat} {was made|was received} {against|at} {a school|a station|a hospital|an airport} in <place>.
    {The user|An anonymous user} {wrote|claims} that {a device|explosives} {will go off|will detonate} {within hours|at noon|today}.
    {Evacuation|A search} {is under way|has begun} {after|following} {a threat|messages} {sent from|posted by} the account below.
    #danger.other
    {A vulnerable|An elderly|A disoriented} person {is missing|has gone missing} {from|near} <place> and {needs medication|is at risk in the cold}.
    {A hiker|A driver|A boater} {is lost|is trapped|has had an accident} and {their phone|the account} is {the only lead|our only link}.
    {An overdose|A medical emergency} {was reported|is suspected} {by a remote contact|in a chat}, {address unknown|we have no address}.
    #victim
    {The person in danger|The victim|The person at risk} is {known to us|identified} {by name|through family}: {initials|listed as} <victim>.
    {We are trying to|Officers must} {locate|find|reach} <victim>{, aged about| of about| who is about} <age>.
    {Name of person at risk|Person at risk}: <victim>, <age>.
    {Contact with|The whereabouts of} <victim> {was lost|are unknown} since <date>.
    #urgency
    {Please|Kindly} {respond|reply|answer} {immediately|at once|without delay|as soon as humanly possible}.
    {Time is of the essence|Every minute counts|There is no time to lose}.
    {Innocent people|People|Someone} {will likely|may} {suffer greatly or die|die|be seriously harmed} {if|unless} {this is not|we do not get this} {answered|information} {now|in time}.
    {We need|We require|I need} {this|the data|the information} {within <deadline>|no later than <deadline> from now|in <deadline>}.
    {Delay|Any delay|Waiting for a warrant} {could cost a life|may result in death or serious injury|would put the victim at further risk}.
    {There is|We have} {no time|not enough time} {to obtain|for} {a warrant|a court order|ordinary process}; it {will follow|will be served later}.
    {This is|I stress that this is} {a matter of life and death|extremely urgent|an imminent threat to life}.
    {I beg you|We implore you|Please, please} {to act|do not delay}.
    #calm
    {Please|Kindly} {respond|reply|provide the records} {within <deadline>|by the date stated|within the statutory period}.
    {We would appreciate|I would be grateful for} {your response|an answer} {within <deadline>|in due course|at your earliest convenience}.
    {If you|Should you} {need|require} {anything further|additional information}, {please call|contact me at|ring} <phone>.
    {Electronic delivery|A reply by e-mail|Return through the portal} is {preferred|fine|sufficient}.
    Thank you for your {assistance|cooperation|help} {in this matter|with this|}.
    #secrecy
    {Please|Kindly} {do not|refrain from} {notify|notifying|inform|informing} the {account holder|user|customer} {of this request|}.
    {Do not disclose|Please do not disclose} {the existence of|} this {request|order} {to the subscriber|to anyone}.
    {Notice|User notice} {would|may} {endanger|jeopardise} {the investigation|a life|witnesses}.
    {This matter is|Please treat this as} {confidential|strictly confidential}.
    #ask
    {Please|Kindly} {provide|disclose|send|produce} {the following|} for <target>: <data>, {for|covering} <period>.
    {We request|We ask for|We require|I request} <data> {associated with|belonging to|of} <target> {for the period|from} <period>.
    {Account|Identifier}: <target>¶{Data requested|Records sought|Items}: <data>¶{Period|Date range}: <period>
    {Records|Information} {sought|requested}: <data> {relating to|for} <target>, <period>.
    {In respect of|As to|Concerning} <target> {kindly supply|please supply|we need} <data> (<period>).
    #preserve
    {Please preserve|We ask you to preserve|Kindly preserve} {all records|all data|any and all information} {relating to|for} <target> for {90 days|a period of 90 days} {pending|until} {legal process|further process}.
    {Preservation|A preservation} {is requested|request}: <target>, <period>, {including|with} <data>.
    {Take all steps necessary|Please take steps} to {retain|keep|preserve} <data> of <target>.
    #freeze
    {Please|You are asked to} {freeze|block|restrain} {all funds|the balance|any transfer} {on|of} <target> {until further notice|pending a court order}.
    {Funds|Assets} {held by|in the name of} <target> are {proceeds of|linked to} {fraud|theft|extortion}; {hold|freeze} them and {send|provide} <data>.
    {We request|This is a request for} {an account freeze|the restraint of assets} {for|concerning} <target>.
    #why
    {The information|The data|These records} {will help|are needed|will allow us} {to locate|to find} {the person|the suspect|the victim} and {prevent|avert} {harm|further harm}.
    {Without|In the absence of} {this information|these records} {we cannot|officers cannot} {find|locate|identify} {the person|those involved}.
    {We have|All} {exhausted|tried} {other leads|other means|every other avenue}.
    {The records|The data} {are relevant|are material} {to|and material to} {the investigation|the offence under investigation}.
    {The identity|The identity and location} of the {user|account holder} {is|are} {otherwise unknown|not known to us}.
    #background
    {The victim|A complainant|A resident} {reported|filed a report of} {losses|a loss} of {several thousand|a large sum} {to|through} {an online seller|a false investment|a romance scheme}.
    {Stolen property|Items stolen} in {a burglary|several burglaries} {was offered|were offered} for sale {by|from} the account.
    {The suspect|An unknown person} {has harassed|has been harassing|stalked} {the complainant|a former partner} {since|over} {several weeks|the spring|last month}.
    {Controlled substances|Narcotics} {were|are being} {offered|sold} {through|by} the {account|profile}.
    {The account|The profile} {was used|has been used} to {impersonate|defraud|threaten} {a company|a public official|several people}.
    {Investigators|Officers} {recovered|seized} a {phone|device} {showing|containing} {contact|messages} with the account.
    {A hit-and-run|A robbery|An assault} {occurred|took place} {in|near} <place> and {a witness|video} {linked|connects} the account {to it|with the event}.
    {Unauthorised|Fraudulent} {transfers|payments} were {made|sent} from {the complainant's|a victim's} {account|card}.
    #incident
    {This relates to|This concerns|In connection with} the {attack|shooting|explosion|flood} {in|at} <place> {of <date>|}; {several people|many people} are {injured|missing|dead}.
    {Following|After} the {events|incident} {in|at} <place> {we are|our task force is} {identifying|tracing} {suspects|witnesses|missing persons}.
    #closing
    {Sincerely|Respectfully|Regards|Kind regards|Best regards|Yours faithfully|Very truly yours|With thanks},
    {Thank you|Thanks|Many thanks},
    {Respectfully submitted|Submitted by},
    I {certify|declare|attest} that the above is true {and correct|to the best of my knowledge}.
    #signature
    <name>¶{Detective|Officer|Sergeant|Special Agent|Investigator|Constable}{, badge| #| ID} <badge>¶<agency>¶{Tel|Phone|Direct}: <phone>
    <name>¶<agency>¶{T|Tel.} <phone>¶{Supervisor|Approved by|Supervising officer}: <supervisor>, <supervisorPhone>
    {Det.|Sgt.|Ofc.|Inv.} <name> ({badge|ID} <badge>)¶<agency> | <phone>
    <name>, <agency>, <phone>
    #category
    subscriber information
    IP logs
    message content
    location data
    payment records
    contact lists
    device identifiers
    other records
    #unit
    minutes
    hours
    days
    #abbreviation
    as soon as possible=ASAP
    information=info
    reference=ref
    immediately=asap
    department=dept
    number=no
    regarding=re
    please=pls
    #own
    {I will be|I am} {on duty|at my desk} until {six|ten|midnight}.
    {My supervisor is|The duty sergeant is} {aware|informed}.
    {Call me|Ring me} if {anything is unclear|you have questions}.
    {This is|It is} {my first|the second} request {on this|in this case}.
    {A copy|The original} {is on file|will follow by post}.
    {Please quote|Always quote} our reference {when replying|in replies}.
    {We spoke|I spoke with your colleague} {earlier|by phone}.
    {Sorry|Apologies} for the {short notice|formatting}.
    """
}
