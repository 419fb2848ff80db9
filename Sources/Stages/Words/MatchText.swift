/// Words of the match list and its page, which are Chinese.
enum MatchText: String, TextName {
  static let file = "matches.csv"

  case matchPlatform = "match_platform"
  case matchPosting = "match_posting"
  case matchSeeker = "match_seeker"
  case matchScore = "match_score"
  case matchOccupation = "match_occupation"
  case matchEducation = "match_education"
  case matchLevel = "match_level"
  case matchExperience = "match_experience"
  case matchRegion = "match_region"
  case matchPay = "match_pay"
  case matchUnit = "match_unit"
  case matchUnitName = "match_unit_name"
  case matchShortage = "match_shortage"
  case matchUntil = "match_until"
  case hitList = "match_hit_list"
  case hitBand = "match_hit_band"
  case hitRows = "match_hit_rows"
  case hitHired = "match_hit_hired"
  case hitKnown = "match_hit_known"
  case bandBelow = "match_band_below(score)"
  case noData = "match_no_data"
  case noCatalog = "match_no_catalog(place)"
  case noShortage = "match_no_shortage(edition)"
  case noPosting = "match_no_posting(edition)"
  case noSeeker = "match_no_seeker"
  case noPair = "match_no_pair"
  case made = "match_made(postings, pairs)"
  case leftUnsure = "match_left_unsure(count)"
  case leftUncoded = "match_left_uncoded(count)"
  case leftPlaceless = "match_left_placeless(count)"
  case leftRefused = "match_left_refused(count)"
  case leftNotAsked = "match_left_not_asked(count)"
  case leftHired = "match_left_hired(count)"
  case leftOccupation = "match_left_occupation(count)"
  case hitsUnread = "match_hits_unread(line)"
  case listUnread = "match_list_unread(file)"

  /// Heads of the parts of a score, in their order.
  static let parts: [MatchText] = [
    .matchOccupation, .matchEducation, .matchLevel, .matchExperience, .matchRegion, .matchPay,
  ]
}

extension Texts {
  func callAsFunction(_ key: MatchText, _ values: [String: String] = [:]) -> String { text(key, .zh, values) }
}
