using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Validation.Decoding;
using SocialContract.Contract.Validation.Judging;

namespace SocialContract.Contract.Validation.Parameters;

/// <summary>Reads and validates a header of a response (OpenAPI 3.1, section 4.8.21).</summary>
internal sealed class HeaderValidator
{
    private readonly HeaderValueReader _reader;
    private readonly ValueValidator _value;

    /// <param name="site">A header.</param>
    public HeaderValidator(MessageSite site, RuleBook rules, ShapeReader shapes, SchemaJudge judge)
    {
        _value = new ValueValidator(site, rules, shapes, judge);
        _reader = new HeaderValueReader(site.Parameter!, _value.Shape);
    }

    public void Validate(ResponseMessage message, MessageScratch scratch, ref List<Violation>? violations)
    {
        var start = scratch.Json.Length;
        var read = _reader.Read(message.Headers[_reader.Parameter.Name], scratch);
        _value.Judge(read, scratch.Json, start, ref violations);
    }
}
