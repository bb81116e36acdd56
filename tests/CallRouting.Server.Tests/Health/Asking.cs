using System.Net;
using System.Text.Json;
using CallRouting.Server.Tests.Calls;

namespace CallRouting.Server.Tests.Health;

/// <summary>What whoever watches over a process asks it.</summary>
internal static class Asking
{
    public static async Task<(HttpStatusCode Status, string Said)> IsReady(this RunningServer server, string path = "/internal/isReady")
    {
        using var client = server.Api(role: null);
        using var reply = await client.GetAsync(new Uri(path, UriKind.Relative));
        using var body = JsonDocument.Parse(await reply.Content.ReadAsStringAsync());
        return (
            reply.StatusCode,
            body.RootElement.ValueKind == JsonValueKind.String
                ? body.RootElement.GetString()!
                : body.RootElement.GetProperty("detail").GetString()!
        );
    }
}
