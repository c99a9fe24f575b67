import CBLAS

extension Matrix {
  /// The matrix–vector product A·x.
  ///
  /// Complexity: O(rows · columns).
  package func times(_ x: [Double]) -> [Double] {
    precondition(x.count == columns, "a matrix times a vector needs one value a column")
    SingleThreadedBLAS.require()
    var result = [Double](repeating: 0, count: rows)
    result.withUnsafeMutableBufferPointer { out in
      forEachBlock { block, start in block.addProduct(with: x, to: out.baseAddress! + start) }
    }
    return result
  }

  /// The product Aᵀ·y, summed over blocks of rows in row order.
  ///
  /// Complexity: O(rows · columns).
  package func transposedTimes(_ y: [Double]) -> [Double] {
    precondition(y.count == rows, "a transposed matrix times a vector needs one value a row")
    SingleThreadedBLAS.require()
    var result = [Double](repeating: 0, count: columns)
    y.withUnsafeBufferPointer { y in
      result.withUnsafeMutableBufferPointer { out in
        guard let out = out.baseAddress, let y = y.baseAddress else { return }
        forEachBlock { block, start in block.addTransposedProduct(with: y + start, to: out) }
      }
    }
    return result
  }

  /// The matrix product A·B.
  ///
  /// Complexity: O(rows · columns · `other.columns`).
  package func times(_ other: Matrix) -> Matrix {
    precondition(columns == other.rows, "a matrix product needs as many rows on the right as columns on the left")
    SingleThreadedBLAS.require()
    var result = Matrix(rows: rows, columns: other.columns)
    guard rows > 0, columns > 0, other.columns > 0 else { return result }
    cblas_dgemm(
      CblasRowMajor, CblasNoTrans, CblasNoTrans, Int32(rows), Int32(other.columns), Int32(columns), 1, elements,
      Int32(columns), other.elements, Int32(other.columns), 0, &result.elements, Int32(other.columns))
    return result
  }

  /// The symmetric product Aᵀ·diag(w)·A, or AᵀA without weights; both triangles are filled.
  ///
  /// Weights must not be negative. Complexity: O(rows · columns²).
  package func gram(weights: [Double]? = nil) -> Matrix {
    precondition(weights.map { $0.count == rows } ?? true, "a weighted product needs one weight a row")
    SingleThreadedBLAS.require()
    var result = Matrix(rows: columns, columns: columns)
    var scaled = [Double](repeating: 0, count: weights == nil ? 0 : RowBlock.length * columns)
    result.elements.withUnsafeMutableBufferPointer { out in
      guard let out = out.baseAddress else { return }
      forEachBlock { block, start in
        guard let weights else { return block.addGram(to: out) }
        for i in 0..<block.rows {
          let root = weights[start + i].squareRoot()
          for j in 0..<columns { scaled[i * columns + j] = root * block.base[i * columns + j] }
        }
        RowBlock(base: scaled, rows: block.rows, columns: columns).addGram(to: out)
      }
    }
    result.mirrorUpperTriangle()
    return result
  }

  /// Copies the upper triangle of a square matrix onto the lower.
  package mutating func mirrorUpperTriangle() {
    precondition(rows == columns, "only a square matrix has triangles")
    for i in 0..<rows {
      for j in 0..<i { self[i, j] = self[j, i] }
    }
  }

  /// Calls `body` with each block of rows and the index of its first row, in row order.
  private func forEachBlock(_ body: (RowBlock, Int) -> Void) {
    elements.withUnsafeBufferPointer { all in
      guard let base = all.baseAddress, columns > 0 else { return }
      for start in stride(from: 0, to: rows, by: RowBlock.length) {
        let length = min(RowBlock.length, rows - start)
        body(RowBlock(base: base + start * columns, rows: length, columns: columns), start)
      }
    }
  }
}
