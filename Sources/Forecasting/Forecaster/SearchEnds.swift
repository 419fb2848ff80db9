/// Where the searches of one forecast ended, so that those over the same series some steps ago need not start from
/// nothing. Only the place to start from is passed on: what is maximised there is the likelihood of the shorter series.
struct SearchEnds: Sendable {
  var ets: [ETSFit] = []
  var ces: [CESModel: [Double]] = [:]
}
