/// Words of bulletins and lists that are no figures, and that `talentflow explain` knows. Their texts stand in
/// `texts/bulletin.csv`, under their ids.
public enum BulletinTerm: String, Sendable, CaseIterable {
  case carried
  case new
  case valid
  case copy
  case repost
  case unclassified
  case placeless
  case suppressed = "c"
  case unavailable = "x"
  case notApplicable = "z"
  case low
  case revised = "r"
  case quarterOnQuarter = "qoq"
  case yearOnYear = "yoy"
  case matchScore = "match_score"
  case hitRate = "hit_rate"
}
