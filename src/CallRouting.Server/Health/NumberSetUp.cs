using CallRouting.Server.Telephony;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace CallRouting.Server.Health;

/// <summary>
/// Whether the provider has each of our numbers lead to us, report its hang-ups to us, and know where to look when none of us lives.
/// Without the second, a caller's hang-up would never be known (contract §1.10).
/// </summary>
public sealed class NumberSetUp(ProviderClient provider, PhoneUrls urls, IOptions<ProviderOptions> options, IOptions<ModeOptions> mode)
{
    private volatile bool wereGood;

    /// <summary>What hinders no call but should be looked at, as it was seen last; or null.</summary>
    public string? Remark { get; private set; }

    /// <summary>What to set up differently, or null. Good once is good until somebody asks anew.</summary>
    public async Task<string?> Wrong(CancellationToken cancel) => wereGood ? null : await LookAgain(cancel);

    public async Task<string?> LookAgain(CancellationToken cancel)
    {
        try
        {
            var numbers = await provider.Numbers(cancel);
            Remark = numbers.Any(IsDeafToTexts)
                ? $"SVAR and FRI by SMS do not reach us: set the SMS URL of {options.Value.OwnNumber} to {WithoutFragment(urls.Sms)}."
                : null;
            var wrong = numbers.Where(number => !IsGood(number)).Select(number => number.PhoneNumber).ToList();
            wereGood = wrong.Count == 0;
            return wereGood
                ? null
                : $"{string.Join(", ", wrong)}: set the voice URL to {WithoutFragment(urls.Inbound)} and the status callback to {WithoutFragment(urls.InboundStatus)}"
                    + (mode.Value.IsDemo ? "." : ", and a fallback hosted elsewhere.");
        }
        catch (HttpRequestException unreachable)
        {
            return $"The phone provider does not answer: {unreachable.HttpRequestError}.";
        }
        catch (Exception patienceEnded) when (patienceEnded is TimeoutRejectedException or BrokenCircuitException)
        {
            return "The phone provider does not answer in time.";
        }
    }

    private bool IsGood(OwnNumber number) =>
        WithoutFragment(number.VoiceUrl) == WithoutFragment(urls.Inbound)
        && WithoutFragment(number.StatusCallback) == WithoutFragment(urls.InboundStatus)
        && (mode.Value.IsDemo || !string.IsNullOrEmpty(number.VoiceFallbackUrl));

    // Officers answer to the number that our texts come from.
    private bool IsDeafToTexts(OwnNumber number) =>
        number.PhoneNumber == options.Value.OwnNumber && WithoutFragment(number.SmsUrl) != WithoutFragment(urls.Sms);

    private static string? WithoutFragment(string? url) => url?.Split('#')[0];
}
