/// The language in which the command line speaks of itself: Chinese, or English where `--lang en` stands in it.
enum CommandLanguage {
  /// Known before the parser reads anything, as what the parser says depends on it.
  static let isEnglish = ParserWords.asked(Array(CommandLine.arguments.dropFirst())).isEnglish
}

/// Words of the command line in its language; the Chinese ones stand first.
func told<Words: ExpressibleByStringInterpolation>(_ chinese: Words, _ english: Words) -> Words {
  CommandLanguage.isEnglish ? english : chinese
}

/// What stands before an example.
let example = told("例:", "Example:")
