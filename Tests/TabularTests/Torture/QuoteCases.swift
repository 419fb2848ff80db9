import Tabular

/// What quotes do.
let quoteCases: [TortureCase] = [
  TortureCase("quoted delimiter", "a,b\n\"1,2\",3\n", .lines(["a", "b"], ["1,2", "3"])),
  TortureCase(
    "quoted newline", "a,b\n\"1\n2\",3\n4,5\n",
    [.fields(1, ["a", "b"]), .fields(2, ["1\n2", "3"]), .fields(4, ["4", "5"])]),
  TortureCase(
    "quoted CRLF", "a\r\n\"1\r\n2\"\r\n3\r\n", [.fields(1, ["a"]), .fields(2, ["1\r\n2"]), .fields(4, ["3"])]),
  TortureCase("quoted CR", "a,b\n\"1\r2\",3\n", .lines(["a", "b"], ["1\r2", "3"])),
  TortureCase(
    "blank lines in quotes", "a\n\"x\n\n\ny\"\nz\n", [.fields(1, ["a"]), .fields(2, ["x\n\n\ny"]), .fields(6, ["z"])]),
  TortureCase("doubled quotes", "a,b\n\"x \"\"y\"\" z\",1\n", .lines(["a", "b"], ["x \"y\" z", "1"])),
  TortureCase("nothing but a doubled quote", "a,b\n\"\"\"\",1\n", .lines(["a", "b"], ["\"", "1"])),
  TortureCase("two doubled quotes", "a,b\n\"\"\"\"\"\",1\n", .lines(["a", "b"], ["\"\"", "1"])),
  TortureCase("doubled quote before a delimiter", "a,b\n\"\"\",\"\"\",1\n", .lines(["a", "b"], ["\",\"", "1"])),
  TortureCase(
    "doubled quote before a newline", "a\n\"x\"\"\n\"\"y\"\n", [.fields(1, ["a"]), .fields(2, ["x\"\n\"y"])]),
  TortureCase("empty quoted fields", "a,b,c\n\"\",\"\",\"\"\n", .lines(["a", "b", "c"], ["", "", ""])),
  TortureCase("one empty quoted field", "a\n\"\"\nx\n", .lines(["a"], [""], ["x"])),
  TortureCase("quoted header", "\"a\",\"b,c\"\n1,2\n", .lines(["a", "b,c"], ["1", "2"])),
  TortureCase(
    "JSON", "id,json\n1,\"{\"\"a\"\": [1, 2], \"\"b\"\": \"\"\n\"\"}\"\n",
    [.fields(1, ["id", "json"]), .fields(2, ["1", "{\"a\": [1, 2], \"b\": \"\n\"}"])]),
  TortureCase(
    "quote within a field", "a,b\n19\" x,2\nx\",\"y\"\n", .lines(["a", "b"], ["19\" x", "2"], ["x\"", "y"])),
  TortureCase("blank before a quote", "a,b\n \"x\",2\n", .lines(["a", "b"], ["x", "2"])),
  TortureCase(
    "blank before a quote with a delimiter", "a,b\n \"x,y\", \t\"z\"\"\"\n", .lines(["a", "b"], ["x,y", "z\""])),
  TortureCase(
    "blank behind a quote", "a,b\n\"x\" ,\"2 \" \t\r\ny,3\n", .lines(["a", "b"], ["x", "2"], ["y", "3"])),
  TortureCase("blank behind a doubled quote", "a,b\n\"x\"\"\" ,2\n", .lines(["a", "b"], ["x\"", "2"])),
  TortureCase(
    "blank and text behind a quote", "a,b\n\"x\" y,2\nz,3\n",
    [.fields(1, ["a", "b"]), .broken(2, "\"x\" y,2"), .fields(3, ["z", "3"])]),
  TortureCase(
    "text behind a quote", "a,b\n1,\"x\"y\n2,z\n",
    [.fields(1, ["a", "b"]), .broken(2, "1,\"x\"y"), .fields(3, ["2", "z"])]),
  TortureCase(
    "CR and text behind a quote", "a,b\n\"x\"\rzzz,1\n2,z\n",
    [.fields(1, ["a", "b"]), .broken(2, "\"x\"\rzzz,1"), .fields(3, ["2", "z"])]),
  TortureCase(
    "CR and delimiter behind a quote", "a,b\n\"x\"\r,1\n", .lines(["a", "b"], ["x", "1"])),
  TortureCase(
    "CR, CR and text behind a quote", "a\n\"x\"\r\ry\n\"z\"\r\r\n",
    [.fields(1, ["a"]), .broken(2, "\"x\"\r\ry"), .fields(3, ["z"])]),
  TortureCase(
    "quote never closed", "a,b\n\"x,1\ny,2\n", [.fields(1, ["a", "b"]), .broken(2, "\"x,1"), .fields(3, ["y", "2"])]),
  TortureCase("quote never closed in the last line", "a,b\n1,\"x", [.fields(1, ["a", "b"]), .broken(2, "1,\"x")]),
  TortureCase("lone quote at the end", "a,b\n1,\"", [.fields(1, ["a", "b"]), .broken(2, "1,\"")]),
  TortureCase("quotes of three", "a\n\"\"\"\nx\n", [.fields(1, ["a"]), .broken(2, "\"\"\""), .fields(3, ["x"])]),
  TortureCase(
    "quote closed lines later", "a,b\n\"x,1\ny,2\n\"z,3\nw,4\n",
    [
      .fields(1, ["a", "b"]), .broken(2, "\"x,1"), .fields(3, ["y", "2"]), .broken(4, "\"z,3"), .fields(5, ["w", "4"]),
    ]),
  TortureCase(
    "broken in the second field after a quoted newline", "\"a\nb\",\"c\"d\ne\n",
    [.broken(1, "\"a"), .broken(2, "b\",\"c\"d"), .fields(3, ["e"])]),
  TortureCase("apostrophes are text", "a,b\n'x,y'\n", .lines(["a", "b"], ["'x", "y'"])),
  TortureCase(
    "apostrophes as quotes", "a,b\n'x,y',' it''s \"z\"'\n", .lines(["a", "b"], ["x,y", "it's \"z\""]),
    dialect: Dialect(quote: UInt8(ascii: "'"))),
  TortureCase(
    "a comma with a blank", "a, b\n1,5, \"x, y\"\n\"2\", z,\n3,\n",
    .lines(["a", "b"], ["1,5", "x, y"], ["2", "z", ""], ["3", ""]), dialect: Dialect(needsBlank: true)),
  TortureCase(
    "escaped quotes and delimiters", "a,b\n\"x \\\"y\\\", z\\\\\",c\\,d\n\"e\\\\\",f\\n\n\"g\"\"h\",\\\"i\n",
    .lines(["a", "b"], ["x \"y\", z\\", "c,d"], ["e\\", "f\\n"], ["g\"h", "\"i"]),
    dialect: Dialect(escape: UInt8(ascii: "\\"))),
  TortureCase("backslash escapes nothing", "a,b\n\"x\\\",1\n", .lines(["a", "b"], ["x\\", "1"])),
]
