using System.Text.Json.Nodes;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <content>Requests that are accepted though they are unusual as a whole, and those that are only never answered with 5xx.</content>
internal sealed partial class OperationPlanner
{
    private const int LargeBody = 1024 * 1024;
    private const int DeepBody = 2_000;

    private static readonly byte[] Large = [.. "{\"contract_kit_large\":\""u8, .. Enumerable.Repeat((byte)'a', LargeBody), .. "\"}"u8];
    private static readonly byte[] Deep = [.. Enumerable.Repeat((byte)'[', DeepBody), .. Enumerable.Repeat((byte)']', DeepBody)];

    private void AddUnknownMembers()
    {
        if (_media is null || !MediaTypes.IsJson(_media.Name) || _places.Allows("/body", ValueTypes.Object) == false)
        {
            return;
        }

        var id = $"{_operation.Id}/unknown-members";
        var parts = Invented(Fullest, id).MessageValues;
        var open = 0;
        var inBody = _places.All.Where(place => place.StartsWith("/body", StringComparison.Ordinal));
        foreach (var pointer in inBody.SelectMany(place => MessageValues.Find(parts, place)).Distinct().ToList())
        {
            if (MessageValues.TryGet(parts, pointer, out var value) && value is JsonObject
                && MessageValues.Set(parts, $"{pointer}/{Mutations.Unknown}", "contract-kit") is { } changed
                && _source.Accepts(Fullest with { MessageValues = changed }))
            {
                parts = changed;
                open++;
            }
        }

        if (open > 0)
        {
            var row = AddCheck(CheckIds.UnknownMembers, RuleSource.Assumed, "members that the document does not know are let through", _media.Node);
            var title = $"each object has the unknown member {Mutations.Unknown}";
            _plan.Cases.Add(Make(id, title, Fullest with { MessageValues = parts }, CaseExpectation.Accepted, [row]));
        }
    }

    private void AddMediaTypes()
    {
        foreach (var media in _operation.RequestBody?.Content.Where(media => media != _media && MediaTypes.IsStructured(media.Name)) ?? [])
        {
            var essence = MediaTypes.Essence(media.Name);
            var id = $"{_operation.Id}/media-type/{essence}";
            var draft = Invented(Fullest, id) with { Media = media };
            var row = AddCheck($"{CheckIds.MediaType}/{essence}", media.Source, $"a body sent as {essence} is accepted", media.Node);
            if (_source.Accepts(draft))
            {
                _plan.Cases.Add(Make(id, $"the body is sent as {essence}", draft, CaseExpectation.Accepted, [row]));
            }
            else
            {
                Unexercised(row, $"the plain request cannot be written as {essence}");
            }
        }
    }

    private void AddRobustness()
    {
        if (_media is null || !MediaTypes.IsJson(_media.Name))
        {
            return;
        }

        var cut = Cut(RequestWriter.Json(Fullest.MessageValues["body"]));
        Add(CheckIds.MalformedJson, "malformed JSON is never answered with 5xx", "the body is cut off in the middle", cut);
        Add(CheckIds.DeepBody, "a deeply nested body is never answered with 5xx", $"the body is {DeepBody} arrays in each other", Deep);
        Add(CheckIds.LargeBody, "a large body is never answered with 5xx", $"the body holds a string of {LargeBody} characters", Large);

        void Add(string check, string statement, string title, byte[] body)
        {
            var row = AddCheck(check, RuleSource.Stated, statement, _operation.RequestBody!.Node);
            var draft = Fullest with { RawBody = body };
            var written = RequestWriter.Write(draft)!;

            // What is no JSON text at all is not of the media type that it claims to be, and is refused as that.
            var broken = check == CheckIds.MalformedJson && _check.Violations(_operation, written, draft.Samples()) is [var violation]
                ? violation.Rule
                : null;
            _plan.Cases.Add(Make(
                $"{_operation.Id}/{check["check/".Length..]}",
                title,
                draft,
                broken is null ? CaseExpectation.NoServerError : CaseExpectation.Refused,
                broken is null ? [row] : [row, Row(broken)],
                ViolationKind.Syntax,
                written));
        }
    }

    private static byte[] Cut(byte[] body) => body.Length > 2 ? body[..^2] : "{"u8.ToArray();
}
