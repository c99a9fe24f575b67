/// A dense matrix of doubles, stored row after row without gaps.
///
/// Element (i, j) stands at `elements[i * columns + j]`. A matrix may have no rows or no columns.
package struct Matrix: Hashable, Sendable {
  package let rows: Int
  package let columns: Int
  package var elements: [Double]

  /// Takes over `elements`, which must hold `rows` × `columns` values in row order.
  package init(rows: Int, columns: Int, elements: [Double]) {
    precondition(rows >= 0 && columns >= 0 && elements.count == rows * columns, "the elements must fill the matrix")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  package init(rows: Int, columns: Int, repeating value: Double = 0) {
    self.init(rows: rows, columns: columns, elements: [Double](repeating: value, count: rows * columns))
  }

  /// Copies rows of equal length; no rows make the 0 × 0 matrix.
  package init(_ rows: [[Double]]) {
    let columns = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == columns }, "the rows must have one length")
    self.init(rows: rows.count, columns: columns, elements: Array(rows.joined()))
  }

  @inlinable package subscript(row: Int, column: Int) -> Double {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }

  /// A copy of one row.
  package func row(_ index: Int) -> [Double] { Array(elements[index * columns..<(index + 1) * columns]) }

  /// A copy of the named rows, in the order named; a row may be named more than once.
  ///
  /// Complexity: O(`indices.count` · columns).
  package func selectingRows(_ indices: [Int]) -> Matrix {
    var selected: [Double] = []
    selected.reserveCapacity(indices.count * columns)
    for i in indices { selected.append(contentsOf: elements[i * columns..<(i + 1) * columns]) }
    return Matrix(rows: indices.count, columns: columns, elements: selected)
  }

  package var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for i in 0..<rows {
      for j in 0..<columns { result[j, i] = self[i, j] }
    }
    return result
  }
}
