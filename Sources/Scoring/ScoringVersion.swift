/// The version of everything here that decides scores, apart from the prior, the model and the configuration.
///
/// It is part of what addresses the model of a stored score: a score that another version made is not compared when it is
/// judged again. Raise it with every change that moves scores: the golden file of the small log is recorded for one version,
/// and is recorded anew for a higher one only.
package enum ScoringVersion {
  package static let current = 7
}
