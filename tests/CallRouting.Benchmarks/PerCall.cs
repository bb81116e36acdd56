using BenchmarkDotNet.Attributes;
using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Transfers;
using CallRouting.Server.Telephony;
using Microsoft.Extensions.Options;

namespace CallRouting.Benchmarks;

/// <summary>What one call costs the processor, against the check of a signature that each of its webhooks pays anyway.</summary>
[MemoryDiagnoser]
public class PerCall
{
    private readonly SignedWebhook webhook = new();
    private readonly MenuWay menu = new();
    private readonly Climb climb = new();
    private readonly HoldDocument hold = new();

    [Benchmark(Baseline = true, Description = "signature of one webhook")]
    public bool Signed() => webhook.IsValid();

    [Benchmark(Description = "menu walk, greeting to office")]
    public MenuTurn Walked() => menu.ToNittedal();

    [Benchmark(Description = "ladder of three, nobody answers")]
    public Transfer Climbed() => climb.ToTheEnd();

    [Benchmark(Description = "one document of hold")]
    public string Written() => hold.Write();
}

/// <summary>A caller's keys as the provider posts them.</summary>
internal sealed class SignedWebhook
{
    private const string Url = "https://vakt.example.no/phone/legs/0198c0de-0000-7000-8000-000000000001/keys/4";

    private static readonly string[] Tokens = ["sim0authtoken0sim0authtoken0abcd"];

    private readonly KeyValuePair<string, string>[] form =
    [
        new("AccountSid", "AC00000000000000000000000000000001"),
        new("ApiVersion", "2010-04-01"),
        new("CallSid", "CA00000000000000000000000000000001"),
        new("CallStatus", "in-progress"),
        new("Called", "+4755553333"),
        new("Caller", "+4716000001"),
        new("Digits", "1481"),
        new("Direction", "inbound"),
        new("FinishedOnKey", ""),
        new("From", "+4716000001"),
        new("To", "+4755553333"),
        new("msg", "Gather End"),
    ];

    private readonly string signature;

    public SignedWebhook() => signature = Signature.Of(Url, form, Tokens[0]);

    public bool IsValid() => Signature.IsValid(signature, Url, form, Tokens);
}

/// <summary>The words that a caller hears while the ladder rings, as the provider reads them.</summary>
internal sealed class HoldDocument
{
    private static readonly Script Hold = Script.Of(
        new Ask(
            [new Spoken("hold_1", Language.Bokmal, "Vi prøver fortsatt å få tak i en veileder på Nav Nittedal.")],
            new Expecting(NumDigits: 1, FinishOnKey: "", TimeoutSeconds: 3),
            PauseAfter: 12
        ),
        new GoOn()
    );

    private static readonly IOptions<ProviderOptions> Provider = Options.Create(new ProviderOptions());

    private readonly TwimlWriter writer = new(new PhoneUrls(Provider), Provider);

    public string Write() => writer.Write(Hold, "call", "0198c0de-0000-7000-8000-000000000001", step: 4);
}
