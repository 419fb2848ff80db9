import Tabular

/// What tables look like.
let shapeCases: [TortureCase] = [
  TortureCase("byte order mark", "\u{FEFF}a,b\n1,2\n", .lines(["a", "b"], ["1", "2"])),
  TortureCase("byte order mark before a quote", "\u{FEFF}\"a,b\",c\n1,2\n", .lines(["a,b", "c"], ["1", "2"])),
  TortureCase("nothing but a byte order mark", "\u{FEFF}", []),
  TortureCase("only a header", "a,b", .lines(["a", "b"])),
  TortureCase("only a header with its line end", "a,b\r\n", .lines(["a", "b"])),
  TortureCase("one column", "a\n1\n\"2\"\n", .lines(["a"], ["1"], ["2"])),
  TortureCase("one character", "a", .lines(["a"])),
  TortureCase(
    "trailing delimiters", "a,b,\n1,2,\n\"3\",\"4\",\n", .lines(["a", "b", ""], ["1", "2", ""], ["3", "4", ""])),
  TortureCase("leading delimiters", ",a\n,\"1\"\n", .lines(["", "a"], ["", "1"])),
  TortureCase("nothing but delimiters", ",,\n,,\n", .lines(["", "", ""], ["", "", ""])),
  TortureCase(
    "ragged rows", "a,b,c\n1\n1,2\n1,2,3,4\n", .lines(["a", "b", "c"], ["1"], ["1", "2"], ["1", "2", "3", "4"])),
  TortureCase("semicolons", "a;b\n\"1;2\";3,5\n", .lines(["a", "b"], ["1;2", "3,5"])),
  TortureCase("tabs", "a\tb\n\"1\t2\"\t3,5\n", .lines(["a", "b"], ["1\t2", "3,5"])),
  TortureCase("other delimiters in a quoted header", "\"a;b;c\",d\n1,2\n", .lines(["a;b;c", "d"], ["1", "2"])),
  TortureCase("empty fields between tabs", "a\tb\tc\n\t\tx\n", .lines(["a", "b", "c"], ["", "", "x"])),
  TortureCase("bars", "a|b\n\"1|2\"|3,5\n", .lines(["a", "b"], ["1|2", "3,5"])),
  TortureCase(
    "commas where bars are set", "a,b|c\n1|2\n", .lines(["a,b", "c"], ["1", "2"]), dialect: Dialect(delimiter: 0x7C)),
  TortureCase("NUL is text", "a,b\n\0,\"x\0y\"\n", .lines(["a", "b"], ["\0", "x\0y"]), dialect: Dialect()),
  TortureCase("Chinese", "编号，一,名称\n１,“甲,乙”\n", .lines(["编号，一", "名称"], ["１", "“甲", "乙”"])),
  TortureCase("characters beyond the basic plane", "a,b\n𠀀,👩‍👧\n", .lines(["a", "b"], ["𠀀", "👩‍👧"])),
  TortureCase("combining mark behind a quote", "a,b\n\"\u{301}x\",2\n", .lines(["a", "b"], ["\u{301}x", "2"])),
  TortureCase(
    "blanks around fields", " a ,\tb\t\n\u{3000}1\u{3000},\" 2 \"\n", .lines(["a", "b"], ["1", "2"]), dialect: Dialect()
  ),
  TortureCase("wide", String(repeating: "x,", count: 3000) + "x\n", .lines(Array(repeating: "x", count: 3001))),
]
