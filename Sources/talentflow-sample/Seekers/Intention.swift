/// The work somebody looks for.
enum Intention {
  static func make(_ profile: JobProfile, _ random: inout SampleRandom) -> (text: String, code: String) {
    let style = random.unit()
    if style < 0.08 { return (random.pick(["无要求", "不限"]), "") }
    if style < 0.1 { return ("", "") }
    if style < 0.55, let name = profile.occupationName { return (name, profile.occupation) }
    return (profile.occupation, profile.occupation)
  }
}
