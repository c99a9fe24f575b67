/// Finds the name that was probably meant.
enum NearestName {
  /// The candidate with the smallest edit distance, the first of equals; empty where there are none.
  ///
  /// Complexity: O(length²) for each candidate.
  static func find(_ name: String, in candidates: [String]) -> String {
    candidates.min { distance(name, $0) < distance(name, $1) } ?? ""
  }

  /// Insertions, deletions and replacements of one character that turn `a` into `b` (Levenshtein 1966).
  static func distance(_ a: String, _ b: String) -> Int {
    let b = Array(b.utf8)
    var row = Array(0...b.count)
    for (i, x) in a.utf8.prefix(256).enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let replaced = diagonal + (x == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
    }
    return row[b.count]
  }
}
