/// Words of bulletins and lists that are no figures, and that `talentflow explain` knows. Their texts stand in
/// `texts/bulletin.csv`, under their ids.
public enum BulletinTerm: String, Sendable, CaseIterable {
  case carried
  case new
  case valid
  case copy
  case repost
  case unclassified
  case unstated
  case placeless
  case suppressed = "c"
  case unavailable = "x"
  case notApplicable = "z"
  case low
  case revised = "r"
  case quarterOnQuarter = "qoq"
  case yearOnYear = "yoy"
  case panel
  case perHundred = "per_hundred"
  case balance
  case tightness
  case mainPart = "main_part"
  case groups
  case edition
  case dataUntil = "until"
  case receipt
  case matchScore = "match_score"
  case hitRate = "hit_rate"
}
