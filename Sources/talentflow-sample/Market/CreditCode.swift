/// 统一社会信用代码 of GB 32100: 17 characters and a check character.
enum CreditCode {
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

  /// - Parameters:
  ///   - prefix: registering department and kind, `91` a company.
  ///   - place: 6-digit code of the place of registration.
  static func make(prefix: String, place: Int, _ random: inout SampleRandom) -> String {
    var body = prefix + String(place)
    while body.count < 17 { body.append(random.pick(alphabet)) }
    return body + String(check(body))
  }

  /// `code` with a check character that does not fit.
  static func broken(_ code: String) -> String {
    let body = String(code.prefix(17))
    let right = check(body)
    return body + (right == "7" ? "8" : "7")
  }

  /// MOD 31 with the weights 3^i.
  private static func check(_ body: String) -> Character {
    var sum = 0
    var weight = 1
    for character in body {
      sum += (alphabet.firstIndex(of: character) ?? 0) * weight
      weight = weight * 3 % 31
    }
    return alphabet[(31 - sum % 31) % 31]
  }
}
