import Statistics

/// Invented people, places and accounts.
///
/// Places are made of parts; their domains end in the reserved `.example`.
enum Names {
  static func first(_ language: Language) -> [String] { firsts[Int(language.rawValue)] }

  static func last(_ language: Language) -> [String] { lasts[Int(language.rawValue)] }

  private static let firsts = Language.allCases.map(firstNames)
  private static let lasts = Language.allCases.map(lastNames)
  private static let placeParts = Language.allCases.map(partsOfPlaces)

  private static func firstNames(_ language: Language) -> [String] {
    switch language {
    case .en:
      [
        "James", "Sarah", "Michael", "Laura", "David", "Emma", "Robert", "Karen", "Thomas", "Alice", "Daniel", "Grace",
        "Peter", "Helen", "Marcus", "Nadia", "Priya", "Owen", "Joan", "Victor", "Aisha", "Colin", "Ruth", "Neil",
      ]
    case .it:
      [
        "Marco", "Giulia", "Luca", "Elena", "Paolo", "Chiara", "Andrea", "Sara", "Davide", "Marta", "Franco", "Silvia",
        "Matteo", "Ilaria", "Stefano", "Lucia",
      ]
    case .de:
      [
        "Jens", "Anke", "Lukas", "Petra", "Stefan", "Katrin", "Uwe", "Sabine", "Florian", "Monika", "Jörg", "Heike",
        "Tobias", "Ute", "Markus", "Birgit",
      ]
    case .fr:
      [
        "Julien", "Claire", "Antoine", "Sophie", "Nicolas", "Camille", "Hervé", "Élodie", "Mathieu", "Aurélie",
        "Pascal",
        "Inès", "Thierry", "Manon", "Yves", "Lucie",
      ]
    case .es:
      [
        "Javier", "Lucía", "Carlos", "Marta", "Andrés", "Elena", "Pablo", "Rocío", "Sergio", "Paula", "Iván", "Nuria",
        "Diego", "Pilar", "Raúl", "Inés",
      ]
    case .pt:
      [
        "João", "Ana", "Rui", "Beatriz", "Tiago", "Carla", "Paulo", "Fernanda", "Marcelo", "Juliana", "Nuno",
        "Patrícia",
        "Renato", "Vera", "Hugo", "Lúcia",
      ]
    }
  }

  private static func lastNames(_ language: Language) -> [String] {
    switch language {
    case .en:
      [
        "Hartley", "Okafor", "Brennan", "Castell", "Whitmore", "Dunne", "Rahman", "Fletcher", "Novak", "Pruitt",
        "Sandhu",
        "Marsh", "Holloway", "Ivers", "Lindqvist", "Takeda", "Mercer", "Quade", "Sato", "Verhoeven", "Nkosi", "Garrow",
        "Thorpe", "Ellison", "Bakshi", "Crane", "Doyle", "Yates",
      ]
    case .it:
      [
        "Ferrandi", "Colonnese", "Bassani", "Morandini", "Galliano", "Tedeschini", "Rinaldini", "Vallone", "Santoro",
        "Pellegri", "Cattaneo", "Lombardini", "Serra", "Bruschi", "Marchetto", "Fontanella",
      ]
    case .de:
      [
        "Hoffmeister", "Brandl", "Kesselring", "Oldenburg", "Reuter", "Steinhoff", "Wagenknecht", "Lindner", "Pohlmann",
        "Achterberg", "Dietz", "Sommerfeld", "Kröger", "Vollmer", "Ziegler", "Hübner",
      ]
    case .fr:
      [
        "Delacourt", "Moreau", "Bellanger", "Rousselot", "Garnier", "Lefèvre", "Chauvin", "Perrault", "Marchand",
        "Dufresne", "Aubert", "Lacombe", "Vidal", "Rivière", "Gauthier", "Colin",
      ]
    case .es:
      [
        "Arrieta", "Beltrán", "Carrasco", "Domínguez", "Escobar", "Fuentes", "Galindo", "Herrero", "Iriarte", "Lozano",
        "Montoya", "Navarro", "Olmedo", "Peralta", "Quintana", "Salcedo",
      ]
    case .pt:
      [
        "Almeida", "Barros", "Cardoso", "Duarte", "Esteves", "Figueira", "Gonçalves", "Lacerda", "Macedo", "Nogueira",
        "Oliveira", "Pacheco", "Queiroz", "Ramalho", "Sequeira", "Teixeira",
      ]
    }
  }

  static func person(_ language: Language, _ random: inout SeededGenerator) -> String {
    random.pick(first(language)) + " " + random.pick(last(language))
  }

  /// A place that is on no map.
  static func place(_ language: Language, _ random: inout SeededGenerator) -> String {
    let parts = placeParts[Int(language.rawValue)]
    return random.pick(parts.fronts) + random.pick(parts.ends)
  }

  private static func partsOfPlaces(_ language: Language) -> (fronts: [String], ends: [String]) {
    switch language {
    case .en:
      (
        [
          "Ash", "Brook", "Cinder", "Dray", "Elm", "Farrow", "Gorse", "Hollin", "Ketter", "Lark", "Morrow", "Nether",
          "Oster", "Pell", "Quarn", "Rowan", "Sedge", "Tarn", "Ulver", "Wither",
        ],
        [
          "mereford", "wickton", "holmfield", "bridgehaven", "stead", "combe", "dale Falls", "marsh", "ridge Point",
          "bournley", "gate Hills", "water",
        ]
      )
    case .it:
      (
        ["Rocca", "Valle", "Monte", "Borgo", "Castel", "Pieve", "Torre", "Ponte"],
        ["lunga d'Arno", "serena Alta", "chiaro", "fredo", "spina", "verzate", "bruno Ligure", "corvara", "melza"]
      )
    case .de:
      (
        ["Linden", "Krähen", "Stein", "Wolfs", "Birken", "Alt", "Nieder", "Eichen", "Moor", "Hirsch"],
        ["felden", "bruchhausen", "talheim", "rodenau", "walde", "brückstadt", "kirchlingen", "sundern", "grabenau"]
      )
    case .fr:
      (
        ["Saint-Aubrin", "Val", "Mont", "Clair", "Ville", "Roche", "Font", "Beau"],
        ["-sur-Lysse", "clairois", "brevaux", "mesnil-Haut", "fontelle", "grandval", "sourcy", "neuville-d'Orme"]
      )
    case .es:
      (
        ["Villa", "Puerto", "Alta", "Fuente", "Monte", "Campo", "Valle", "Torre"],
        ["lmera", "claro del Río", "serrana", "hondo", "brusco", "zarzal", "luenga", "marisma", "nebral"]
      )
    case .pt:
      (
        ["Vila", "Ribeira", "Monte", "Porto", "Campo", "Serra", "Ponte", "Lagoa"],
        [" Serrana", " do Almeiral", "alvo", " Formosa do Norte", " das Garças", "verdelho", " da Neblina", "çal"]
      )
    }
  }

  /// Lower-case ASCII letters and digits of a text, the rest left out or written without its accent.
  static func ascii(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": result.unicodeScalars.append(scalar)
      case "A"..."Z": result.unicodeScalars.append(Unicode.Scalar(scalar.value + 32)!)
      case "ä", "á", "à", "ã", "â", "Á", "À": result += "a"
      case "é", "è", "ê", "ë", "É", "È": result += "e"
      case "í", "î", "ì", "Í": result += "i"
      case "ö", "ó", "õ", "ô", "ò", "Ó", "Ö": result += "o"
      case "ü", "ú", "û", "ù", "Ú", "Ü": result += "u"
      case "ç", "Ç": result += "c"
      case "ñ", "Ñ": result += "n"
      case "ß": result += "ss"
      default: break
      }
    }
    return result
  }

  private static let words = [
    "silver", "night", "coral", "pixel", "lunar", "river", "ghost", "maple", "ember", "velvet", "storm", "pepper",
    "sonic", "cloud", "raven", "honey", "frost", "tiger", "mango", "delta", "rusty", "ocean", "lucky", "echo", "neon",
    "atlas", "berry", "cosmo", "dusty", "fable", "gamma", "hazel",
  ]

  /// An account name with some fifty bits of chance, so that no two people have one by accident.
  static func account(_ random: inout SeededGenerator) -> String {
    let tail = letters(6, &random)
    switch random.below(4) {
    case 0: return random.pick(words) + "_" + tail
    case 1: return random.pick(words) + random.pick(words) + tail
    case 2: return tail + "." + random.pick(words) + String(random.below(100))
    default: return ascii(random.pick(first(.en))) + tail + String(random.below(1_000))
    }
  }

  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
  private static let hexadecimal = Array("0123456789abcdef".utf8)

  static func letters(_ count: Int, _ random: inout SeededGenerator) -> String {
    String(decoding: (0..<count).map { _ in alphabet[random.below(36)] }, as: UTF8.self)
  }

  static func digits(_ count: Int, _ random: inout SeededGenerator) -> String {
    String(decoding: (0..<count).map { _ in UInt8(48 + random.below(10)) }, as: UTF8.self)
  }

  static func hex(_ count: Int, _ random: inout SeededGenerator) -> String {
    String(unsafeUninitializedCapacity: count) { buffer in
      var bits: UInt64 = 0
      for i in 0..<count {
        if i % 16 == 0 { bits = random.next() }
        buffer[i] = hexadecimal[Int(bits & 15)]
        bits >>= 4
      }
      return count
    }
  }
}
