using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;

namespace SocialContract.Verification.Running;

/// <summary>What is known only in the end: which operations are not there at all, and whose refusals prove nothing since they refuse everything.</summary>
internal static class RouteReview
{
    public static void Conclude(Run run)
    {
        foreach (var operation in run.Plan.Api.Operations)
        {
            var route = new CheckKey(CheckIds.Route, operation.Id);
            var rows = run.Plan.Rows.Where(row => row.Operation == operation).Select(row => row.Key).ToList();
            var codes = run.Codes.TryGetValue(operation.Id, out var all) ? all.Where(one => one.Code is not (0 or 401 or 403 or 429)).ToList() : [];
            if (codes.Count == 0)
            {
                continue;
            }

            if (codes.TrueForAll(one => one.Code is 404 or 405))
            {
                var (code, exchange) = codes[0];
                run.Ledger.Forget(rows);
                var name = $"{operation.Method} {operation.Path}";
                run.Ledger.Add(route, EvidenceKind.Broken, exchange, $"{name} is there.", $"Every request to it is answered with {code}.");
                run.Ledger.Add(rows.Where(row => row != route), EvidenceKind.Blocked, exchange, found: $"every request to {name} is answered with {code}");
                continue;
            }

            run.Ledger.Add(route, EvidenceKind.Accepted);
            if (!run.Ledger.IsAccepted(new CheckKey(CheckIds.Plain, operation.Id)))
            {
                run.Ledger.Distrust(rows, "no request to it was accepted, so that refusals prove nothing");
            }
        }
    }
}
