/// Education that postings ask for and that seekers have, by the first two digits of GB/T 4658; empty none.
enum Wishes {
  static let labourEducation = Mix([("", 45.0), ("80", 3), ("70", 29), ("60", 14), ("40", 9)])
  static let craftEducation = Mix([("", 17.0), ("70", 20), ("60", 17), ("40", 31), ("30", 14), ("20", 1)])
  static let serviceEducation = Mix([("", 40.0), ("70", 25), ("60", 18), ("40", 12), ("30", 5)])
  static let salesEducation = Mix([("", 26.0), ("60", 17), ("40", 17), ("30", 31), ("20", 9)])
  static let clerkEducation = Mix([("", 8.0), ("60", 9), ("40", 16), ("30", 43), ("20", 24)])
  static let expertEducation = Mix([("", 5.0), ("40", 3), ("30", 34), ("20", 51), ("10", 7)])

  static let labourSchooling = Mix([("80", 9.0), ("70", 47), ("60", 21), ("40", 15), ("30", 8)])
  static let craftSchooling = Mix([("80", 3.0), ("70", 31), ("60", 17), ("40", 32), ("30", 15), ("20", 2)])
  static let serviceSchooling = Mix([("80", 2.0), ("70", 28), ("60", 22), ("40", 24), ("30", 19), ("20", 5)])
  static let clerkSchooling = Mix([("70", 3.0), ("60", 9), ("40", 17), ("30", 43), ("20", 27), ("10", 1)])
  static let expertSchooling = Mix([("60", 1.0), ("40", 7), ("30", 34), ("20", 53), ("10", 5)])
}
