using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs;

namespace SocialContract.MockServer.Admin.Stubs;

/// <summary>The stubs with what the document contradicts of each.</summary>
internal sealed class FindingEndpoints(StubServer stubs)
{
    public IReadOnlyList<AdminEndpoint> All => [new("GET", "/contract/stubs", List)];

    private MockResponse List(AdminRequest request)
    {
        var faults = AdminFaults.Of(
            request.UnknownParameter("limit", "offset"),
            request.ReadNumber("limit", out var limit),
            request.ReadNumber("offset", out var offset));
        if (faults is not null)
        {
            return faults.Response(400);
        }

        var judged = stubs.Judged;
        return AdminResponse.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("stubs");
            foreach (var stub in judged.Skip(offset ?? 0).Take(limit ?? int.MaxValue))
            {
                writer.WriteStartObject();
                writer.WriteString("id", stub.Id);
                if (stub.Name is { } name)
                {
                    writer.WriteString("name", name);
                }

                writer.WriteStartArray("findings");
                foreach (var finding in stub.Findings)
                {
                    writer.WriteStartObject();
                    writer.WriteString("pointer", finding.Pointer);
                    writer.WriteString("message", finding.Message);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteNumber("total", judged.Count);
            writer.WriteEndObject();
        });
    }
}
