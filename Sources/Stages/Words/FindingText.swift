/// What charts of the bulletin show, in the line above them.
enum FindingText: String, TextName {
  static let file = "bulletin.csv"

  case alwaysLack = "finding_always_lack(count)"
  case alwaysExcess = "finding_always_excess(count)"
  case lack = "finding_lack(period)"
  case excess = "finding_excess(period)"
  case balanced = "finding_balanced(period)"
  case lowest = "finding_lowest(count)"
  case highest = "finding_highest(count)"
  case above = "finding_above(since)"
  case below = "finding_below(since)"
  case same = "finding_same(since)"
  case industry = "finding_industry(compared, name, share)"
  case shortage = "finding_shortage(name, persons)"
  case surplus = "finding_surplus(name, persons)"
  case rises = "finding_rises(name, period)"
  case falls = "finding_falls(name, period)"
  case unclear = "finding_unclear(name, period)"
}
