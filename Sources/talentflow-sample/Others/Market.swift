/// The postings and seekers of a quarter, to be brought together.
struct Market {
  private let postings: [Posting]
  private let seekers: [Seeker]
  private let byOccupation: [String: [Int]]

  init(postings: [Posting], seekers: [Seeker]) {
    self.postings = postings
    self.seekers = seekers
    byOccupation = Dictionary(grouping: postings.indices) { postings[$0].profile.occupation }
  }

  /// A seeker, and mostly a posting of the work the seeker looks for.
  func draw(_ random: inout SampleRandom) -> (posting: Posting, seeker: Seeker) {
    let seeker = random.pick(seekers)
    if let near = byOccupation[seeker.profile.occupation], random.chance(0.8) {
      return (postings[random.pick(near)], seeker)
    }
    return (random.pick(postings), seeker)
  }
}
