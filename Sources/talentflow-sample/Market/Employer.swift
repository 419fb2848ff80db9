/// A made-up employer.
struct Employer {
  let name: String
  let creditCode: String
  /// Class of the ownership list, `17` 私营企业.
  let ownership: String
  let industry: Industry
  /// Index of its county in `Place.counties`.
  let county: Int
  /// Where it publishes: true both sites, false only its own.
  let usesBothSites: Bool
  let prefersPublicSite: Bool
}
