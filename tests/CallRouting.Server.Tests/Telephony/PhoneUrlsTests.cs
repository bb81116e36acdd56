using System.Text.RegularExpressions;
using CallRouting.Server.Telephony;
using Microsoft.Extensions.Options;

namespace CallRouting.Server.Tests.Telephony;

public sealed partial class PhoneUrlsTests
{
    private const string Root = "https://call.example.test:8443/phone";

    private readonly PhoneUrls urls = new(Options.Create(new ProviderOptions { PublicUrl = new("https://call.example.test:8443/") }));

    private IEnumerable<string> All =>
        [
            urls.Inbound,
            urls.InboundStatus,
            urls.Next("leg"),
            urls.Next("leg", 3),
            urls.Keys("leg", 3),
            urls.Left("leg", 3),
            urls.Status("leg"),
            urls.Hold("leg"),
            urls.Wait("leg"),
            urls.RoomKeys("action"),
            urls.Room("room"),
        ];

    [Test]
    public void Every_address_is_absolute_and_carries_an_id_and_a_step_and_no_query() =>
        Assert.That(
            All.Select(url => url.Split('#')[0]),
            Is.EqualTo(
                new[]
                {
                    $"{Root}/inbound",
                    $"{Root}/inbound/status",
                    $"{Root}/legs/leg/next",
                    $"{Root}/legs/leg/next/3",
                    $"{Root}/legs/leg/keys/3",
                    $"{Root}/legs/leg/left/3",
                    $"{Root}/legs/leg/status",
                    $"{Root}/legs/leg/hold",
                    $"{Root}/legs/leg/wait",
                    $"{Root}/room-keys/action",
                    $"{Root}/rooms/room/status",
                }
            )
        );

    [Test]
    public void Every_fragment_holds_overrides_within_the_providers_limits()
    {
        foreach (var url in All)
        {
            var overrides = url.Split('#')[1].Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
            var (connect, read, total, tries) = (
                int.Parse(overrides["ct"]),
                int.Parse(overrides["rt"]),
                int.Parse(overrides["tt"]),
                int.Parse(overrides["rc"])
            );
            Assert.That(connect, Is.InRange(100, 10_000));
            Assert.That(read, Is.InRange(2_000, 15_000), "longer than our own two seconds, or the apology would come too late");
            Assert.That(
                total,
                Is.GreaterThanOrEqualTo((tries + 1) * (connect + read)).And.LessThanOrEqualTo(15_000),
                "each try has its time"
            );
            Assert.That(tries, Is.InRange(0, 5));
            Assert.That(overrides["rp"], Is.EqualTo("all"));
            Assert.That(Number().IsMatch(url.Split('#')[0].Replace(":8443", "", StringComparison.Ordinal)), Is.False);
        }
    }

    [GeneratedRegex(@"\d{5,}")]
    private static partial Regex Number();
}
