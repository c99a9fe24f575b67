/// Elements in groups that only ever join (union-find).
///
/// A group goes by its lowest element, whatever the order of the unions. Near O(1) a step (Tarjan 1975).
package struct DisjointSets: Sendable {
  private var parents: [Int]

  /// Every element is a group of its own.
  package init(count: Int) { parents = Array(0..<count) }

  /// The lowest element of the group.
  package mutating func group(of element: Int) -> Int {
    var root = element
    while parents[root] != root { root = parents[root] }
    var next = element
    while parents[next] != root { (parents[next], next) = (root, parents[next]) }
    return root
  }

  package mutating func join(_ a: Int, _ b: Int) {
    let (first, second) = (group(of: a), group(of: b))
    parents[max(first, second)] = min(first, second)
  }
}
