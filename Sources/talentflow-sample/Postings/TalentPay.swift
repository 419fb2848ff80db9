/// Pay as the talent site prefers to write it.
enum TalentPay {
  static func make(_ usual: ClosedRange<Int>, _ random: inout SampleRandom) -> PayOffer {
    let offer = PayOffer.make(usual, &random)
    guard let low = offer.low, let high = offer.high, high > low, random.chance(0.7) else { return offer }
    return PayOffer.thousands(low / 100 * 100, high / 100 * 100, isBare: random.chance(0.5))
  }
}
