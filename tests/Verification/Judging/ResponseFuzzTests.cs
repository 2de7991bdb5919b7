using System.Text;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Secrets;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Judging;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Results;
using SocialContract.Verification.Running;
using SocialContract.Verification.Sending;
using SocialContract.Verification.Settings;
using SocialContract.Verification.Tests.Running;

namespace SocialContract.Verification.Tests.Judging;

/// <summary>Thousands of broken responses: each is recorded and judged, and the kit fails on none. A seed names the run.</summary>
public sealed class ResponseFuzzTests
{
    private const int Rounds = 40;

    private static readonly VerificationPlan Plan = CasePlanner.Plan(HostileResponseTests.Api, PlanOptions.Default);

    private static readonly string[] Bodies =
    [
        """{"id":1,"tag":"ab"}""",
        """[{"id":1,"tag":"ab"},{"id":"x","more":["y",{"z":null}]}]""",
        """{"error":"text \ud83d\ude00 \u00e9"}""", "",
    ];

    private static readonly string[] Types =
    [
        "application/json", "application/problem+json", "text/html", "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded", "\"", "",
    ];

    /// <summary>What breaks JSON text most often, put in at any place.</summary>
    private static readonly byte[][] Pieces =
    [
        [.. @"\ud800"u8], [.. @"\udc00"u8], [.. @"\u0000"u8], [.. "\""u8], [.. @"\"u8], [.. "{"u8], [.. "]"u8], [.. ",\"id\":2"u8],
        [.. "1e999"u8], [.. "-"u8], [.. "null"u8], [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0], [0xEF, 0xBB, 0xBF], [.. "%zz&=;\r\n--x\r\n"u8],
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_response_is_judged(int seed)
    {
        var random = new Random(seed);
        var faults = new KitFaults();
        var collector = new EvidenceCollector(Plan, faults);
        var options = new RunOptions { Url = new Uri("http://notes.example") };
        var recorder = new Recorder(options, Redactor.Of(Plan.Api, "TOKEN"));
        var created = new CreatedResources(Plan, new Uri("http://127.0.0.1"));
        var count = 0;
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var testCase in Plan.Plain.Concat(Plan.Cases))
            {
                Add(testCase, observed => observed);
            }

            foreach (var sequence in Plan.Sequences)
            {
                collector.Add(new Observation.SequenceStarted(sequence));
                foreach (var step in sequence.Steps)
                {
                    Add(step.Case, observed => observed with { Phase = RunPhase.Sequence, Step = step });
                }
            }

            foreach (var (creator, operation) in Plan.Operations.Where(entry => entry.Value.List is not null))
            {
                Add(operation.List!, observed => observed with { Phase = RunPhase.List, ListedCreator = creator });
            }
        }

        var verdicts = Verdicts.Of(Plan, collector, RuleSource.Shown, faults);

        faults.All.ShouldBeEmpty();
        verdicts.Checks.Count.ShouldBe(Plan.Checks.Count);
        count.ShouldBeGreaterThan(1_500);

        void Add(ContractCase testCase, Func<Observation.Exchanged, Observation.Exchanged> with)
        {
            count++;
            var ids = testCase.Needs.Aggregate(ResourceIds.None, (known, creator) => known.With(creator, "7"));
            var result = new SendResult { Message = Response(random) };
            collector.Add(with(new(RunPhase.Case, testCase, ids, result, recorder.Add(testCase, ids, result))));
            created.Note(testCase, ids, result);
        }
    }

    private static ResponseMessage Response(Random random)
    {
        int[] statuses = [200, 200, 200, 201, 204, 302, 401, 404, 409, 422, 422, 429, 500, 503, 0, 99, 600, 999];
        var type = Types[random.Next(3) == 0 ? random.Next(Types.Length) : 0];
        var headers = new List<KeyValuePair<string, string>> { new("Content-Type", type) };
        if (random.Next(4) == 0)
        {
            headers.Add(new("Location", Encoding.Latin1.GetString(Mutated(random, "/notes/7?a=b"))));
            headers.Add(new("Retry-After", Encoding.Latin1.GetString(Mutated(random, "120"))));
            headers.Add(new("content-type", "text/plain"));
        }

        var reason = random.Next(3) == 0 ? Encoding.Latin1.GetString(Mutated(random, "Reason")) : null;
        var body = Mutated(random, Bodies[random.Next(Bodies.Length)]);
        return new ResponseMessage(statuses[random.Next(statuses.Length)], HeaderFields.Of(headers), body) { Reason = reason };
    }

    private static byte[] Mutated(Random random, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text).ToList();
        for (var changes = random.Next(4); changes > 0; changes--)
        {
            var at = random.Next(bytes.Count + 1);
            switch (random.Next(4))
            {
                case 0 when at < bytes.Count:
                    bytes.RemoveRange(at, random.Next(bytes.Count - at) + 1);
                    break;
                case 1 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                default:
                    bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                    break;
            }
        }

        return [.. bytes];
    }
}
