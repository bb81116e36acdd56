using CallRouting.Server.Telephony;
using NodaTime;

namespace CallRouting.Server.Tests.Telephony;

public sealed class AccessTokenTests
{
    private static readonly ProviderOptions Provider = new()
    {
        AccountSid = "AC00000000000000000000000000000001",
        ApiKeySid = "SK00000000000000000000000000000001",
        ApiKeySecret = "simsecret0simsecret0simsecret000",
    };

    private static readonly Instant Now = Instant.FromUnixTimeSeconds(1767225600);

    [Test]
    public void The_contracts_vector_is_reproduced_to_the_letter()
    {
        var outgoing = new AccessToken.Outgoing("AP00000000000000000000000000000001", new Dictionary<string, string> { ["tenant"] = "42" });
        Assert.That(
            AccessToken.For("agent-7", Provider, Now, outgoing).Split('.')[2],
            Is.EqualTo("luSogEY6wHq8se-ncE2D3__ivdpLHrqb5-7ZWH9V5-U")
        );
    }

    [Test]
    public void An_agents_browser_is_rung_and_calls_nobody()
    {
        var payload = AccessToken.For("agent-1", Provider, Now).Split('.')[1];
        var text = System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(payload));
        Assert.That(text, Does.Contain("\"incoming\":{\"allow\":true}").And.Not.Contain("outgoing"));
    }
}
