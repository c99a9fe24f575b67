import GRDB

/// What the seals of one table say.
package struct SealCheck: Hashable, Sendable {
  package var table: String
  /// Rows that are not as they were written.
  package var broken: Int
  /// Rows without a seal: of an earlier version, or written while the key was away.
  package var bare: Int
}

extension Store {
  /// From now on rows are sealed under this key; before, none is.
  package func seal(with seal: RowSeal) throws(StoreError) {
    try write { try SealFunction.add(seal, to: $0) }
  }

  /// Compares every row of the sealed tables with its seal; under no key every seal is wrong.
  ///
  /// O(store).
  package func sealChecks() throws(StoreError) -> [SealCheck] {
    try read { database in
      try SealedTable.allCases.map { table in
        let query = try Statement(
          database,
          """
          SELECT count(*) FILTER (WHERE \(table.broken)), count(*) FILTER (WHERE \(table.bare)) FROM \(table.rawValue)
          """)
        guard try query.step() else { throw StoreError.damaged }
        return SealCheck(table: table.rawValue, broken: Int(query.integer(0)), bare: Int(query.integer(1)))
      }
    }
  }
}
