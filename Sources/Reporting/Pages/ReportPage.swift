/// A report in sections, ready for any page form: HTML and Markdown both render this and nothing else.
package struct ReportPage: Hashable, Sendable {
  /// `Nightly report`, `Weekly report`.
  package var kind: String
  package var title: String
  /// The one sentence that a reader in a hurry needs.
  package var lead: String
  package var tiles: [Tile] = []
  package var sections: [Section] = []
  package var footer: [String] = []

  /// How a thing is coloured; never the only carrier of its meaning.
  package enum Tone: String, Sendable {
    case plain, good, notice, alarm
  }

  /// A number at the head of the page.
  package struct Tile: Hashable, Sendable {
    package var label: String
    package var value: String
    package var note: String
    package var tone: Tone

    package init(_ label: String, _ value: String, note: String = "", tone: Tone = .plain) {
      self.label = label
      self.value = value
      self.note = note
      self.tone = tone
    }
  }

  /// A headed part of the page.
  ///
  /// `anchor` is this program's own word.
  package struct Section: Hashable, Sendable {
    package var anchor: String
    package var title: String
    package var introduction: String
    package var blocks: [Block]

    package init(_ anchor: String, _ title: String, introduction: String = "", blocks: [Block]) {
      self.anchor = anchor
      self.title = title
      self.introduction = introduction
      self.blocks = blocks
    }
  }

  /// What a section is made of.
  package enum Block: Hashable, Sendable {
    case paragraph(String)
    case callout(Tone, title: String, text: String)
    case table(Table)
    case facts([NamedValue])
    case card(AlertCard)
    case chart(Chart)
  }

  package struct Table: Hashable, Sendable {
    package var caption: String
    package var columns: [Column]
    package var rows: [[Cell]]
    /// Whether narrow screens show each row as a small card.
    package init(caption: String, columns: [Column], rows: [[Cell]]) {
      self.caption = caption
      self.columns = columns
      self.rows = rows
    }
  }

  package struct Column: Hashable, Sendable {
    package var title: String
    package var isNumeric = false
    /// Whether its cells hold words of ours, which need no breaking, and not a name that somebody else chose.
    package var isOurs = false

    package static func text(_ title: String) -> Column { Column(title: title) }
    package static func words(_ title: String) -> Column { Column(title: title, isOurs: true) }
    package static func number(_ title: String) -> Column { Column(title: title, isNumeric: true) }
  }

  package struct Cell: Hashable, Sendable {
    package var text: String
    /// The anchor of a card on this page.
    package var anchor: String?
    package var tone: Tone
    package var drawing: Drawing?

    package init(_ text: String, anchor: String? = nil, tone: Tone = .plain, drawing: Drawing? = nil) {
      self.text = text
      self.anchor = anchor
      self.tone = tone
      self.drawing = drawing
    }
  }

  /// A drawing with the words that stand for it where it cannot be seen.
  package struct Chart: Hashable, Sendable {
    package var caption: String
    package var drawing: Drawing
    package init(caption: String, drawing: Drawing) {
      self.caption = caption
      self.drawing = drawing
    }
  }

  /// One alert in full.
  package struct AlertCard: Hashable, Sendable {
    package var anchor: String
    package var rank: Int
    package var title: String
    package var subtitle: String
    package var score: String
    package var badges: [Badge]
    package var facts: [NamedValue]
    /// The directory's number; empty where it has none.
    package var phone: String
    package var call: String
    package var steps: [String]
    package var reasons: [ReasonLine]
    package var total: ReasonTotal
    /// What would have kept it from being an alert.
    package var enough: [String]
    /// The other requests of its campaign, a line each.
    package var fellows: [String]
  }

  package struct Badge: Hashable, Sendable {
    package var text: String
    package var tone: Tone
    package init(_ text: String, _ tone: Tone) {
      self.text = text
      self.tone = tone
    }
  }

  /// The last line under the reasons.
  package struct ReasonTotal: Hashable, Sendable {
    package var bits: Double
    package var odds: String
    /// Reasons that are not shown one by one, and their sum in bits.
    package var restCount: Int
    package var restBits: Double
  }
}
