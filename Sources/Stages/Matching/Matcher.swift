import Domain

/// Brings open postings and seekers together.
///
/// Greedy: the highest score first; of equal scores the posting, then the seeker, that comes first. Both sides come in the
/// order of their ids, so that the same rows give the same pairs. Only who shares a 中类 is compared.
enum Matcher {
  static let seekersPerPosting = 10
  static let postingsPerSeeker = 5
  /// From this score on a seeker counts as one who could fill an opening.
  static let goodScore = 60

  /// Places of both sides in what was matched.
  struct Pair: Equatable {
    let posting: Int
    let seeker: Int
    let score: Int
  }

  struct Outcome {
    /// By posting, the best seeker first.
    var pairs: [Pair] = []
    /// Seekers who reach `goodScore` with at least one posting of a unit of the catalog, by its place.
    var candidates: [Int: Int] = [:]
  }

  /// Seekers of one 中类, side by side in memory.
  private struct Group {
    var places: [Int] = []
    var seekers: [MatchProfile] = []
  }

  /// - Parameters:
  ///   - postings: with the unit of the catalog that each belongs to.
  ///   - check: called once a posting; may throw to give up.
  static func match(
    _ postings: [(posting: MatchProfile, unit: Int)], _ seekers: [MatchProfile], check: () throws -> Void = {}
  ) rethrows -> Outcome {
    var groups: [Int32: Group] = [:]
    for (place, seeker) in seekers.enumerated() where seeker.occupation.group != 0 {
      groups[seeker.occupation.group, default: Group()].places.append(place)
      groups[seeker.occupation.group, default: Group()].seekers.append(seeker)
    }
    // A seeker is passed over only who has as many postings as may be, and no more can have them than pairs can be made
    // of: behind so many no posting looks any further.
    let most = seekersPerPosting + postings.count * seekersPerPosting / postingsPerSeeker
    var byScore = [[Pair]](repeating: [], count: MatchScore.most + 1)
    var good: [Int: [Bool]] = [:]
    var scores: [Int] = []
    for (place, entry) in postings.enumerated() {
      try check()
      guard let group = groups[entry.posting.occupation.group] else { continue }
      scores.removeAll(keepingCapacity: true)
      var counts = [Int](repeating: 0, count: MatchScore.most + 1)
      for seeker in group.seekers {
        let score = MatchScore(entry.posting, seeker).total
        scores.append(score)
        counts[score] += 1
      }
      var (cut, room) = (MatchScore.most, most)
      while cut > 0, counts[cut] < room {
        room -= counts[cut]
        cut -= 1
      }
      for (own, score) in scores.enumerated() {
        if score >= goodScore {
          good[entry.unit, default: [Bool](repeating: false, count: seekers.count)][group.places[own]] = true
        }
        guard score > cut || score == cut && room > 0 else { continue }
        if score == cut { room -= 1 }
        byScore[score].append(Pair(posting: place, seeker: group.places[own], score: score))
      }
    }
    return Outcome(
      pairs: chosen(byScore, postings.count, seekers.count), candidates: good.mapValues { $0.count { $0 } })
  }

  /// - Parameter byScore: of each score in the order of the postings, then of the seekers.
  private static func chosen(_ byScore: [[Pair]], _ postings: Int, _ seekers: Int) -> [Pair] {
    var ofPosting = [[Pair]](repeating: [], count: postings)
    var ofSeeker = [Int](repeating: 0, count: seekers)
    for pair in byScore.reversed().joined()
    where ofPosting[pair.posting].count < seekersPerPosting && ofSeeker[pair.seeker] < postingsPerSeeker {
      ofPosting[pair.posting].append(pair)
      ofSeeker[pair.seeker] += 1
    }
    return ofPosting.flatMap { $0 }
  }
}
