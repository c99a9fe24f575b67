/// What a template may be given: every text passes through `DisplayText` on its way in.
///
/// The template engine escapes by grapheme cluster, which a combining mark after a quotation mark would defeat;
/// `DisplayText` takes such clusters apart, so that nothing reaches a template without it.
enum PageValue {
  case text(String)
  case flag(Bool)
  case list([PageValue])
  case object([String: PageValue])
  /// Mark-up of this program, for `{{{…}}}` tags.
  case drawing(Drawing)

  /// The plain dictionaries, arrays, strings and booleans that the engine reads.
  var rendered: Any {
    switch self {
    case .text(let text): DisplayText.shown(text, limit: 4000)
    case .flag(let flag): flag
    case .list(let items): items.map(\.rendered)
    case .object(let members): members.mapValues(\.rendered)
    case .drawing(let drawing): drawing.svg
    }
  }
}
