using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CallRouting.PhoneNetwork.Phones;

namespace CallRouting.Scenarios.Processes;

/// <summary>A telephone of the network in the other process, used by its control interface as anybody may with curl.</summary>
public sealed class Handset(HttpClient network, string number)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public string Number => number;

    private string Path => $"/phones/{number.TrimStart('+')}";

    public Task Dials(string to) => Post("dial", new { to });

    /// <summary>Dials; gives the call's id, or null when the telephone is in use.</summary>
    public async Task<string?> TriesToDial(string to)
    {
        using var answer = await network.PostAsJsonAsync($"{Path}/dial", new { to });
        return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<Dialled>(Json))!.Sid : null;
    }

    public Task Behaves(Behaviour behaviour) =>
        Post(
            "behave",
            new
            {
                then = JsonNamingPolicy.CamelCase.ConvertName($"{behaviour.Then}"),
                behaviour.AnswerAfterSeconds,
                behaviour.HangUpAfterSeconds,
            }
        );

    public Task HangsUp() => Post("hang-up");

    /// <summary>Hangs up, unless it is too late for that.</summary>
    public async Task HangsUpIfInCall() => (await network.PostAsJsonAsync($"{Path}/hang-up", new { })).Dispose();

    /// <summary>Presses keys if somebody listens.</summary>
    public async Task PressesIfAsked(string keys) => (await network.PostAsJsonAsync($"{Path}/press", new { keys })).Dispose();

    public async Task Answers()
    {
        await Rings();
        await Post("answer");
    }

    /// <summary>Presses each group of keys when asked for it.</summary>
    public async Task Presses(params string[] keys)
    {
        foreach (var group in keys)
        {
            await Wait.Until(async () => (await Look()).Call?.Listening ?? false, $"{number} is asked for {group}", otherwise: Ears);
            using var answer = await Post("press", new { keys = group });
            var pressed = await answer.Content.ReadFromJsonAsync<PressedKeys>(Json);
            Assert.That(pressed!.Lost, Is.Empty, $"Nobody listened to {number} pressing {group}.");
        }
    }

    public Task Rings(int within = 30) =>
        Wait.Until(async () => (await Look()).State == "ringing", $"{number} rings", within, otherwise: Ears);

    public Task Hears(string words) =>
        Wait.Until(
            async () => (await Look()).Heard.Any(heard => heard.Text.Contains(words, StringComparison.Ordinal)),
            $"{number} hears \"{words}\"",
            otherwise: Ears
        );

    /// <summary>What the first message says that matches, once one has come.</summary>
    public async Task<string> IsTexted(string pattern)
    {
        var found = "";
        await Wait.Until(
            async () =>
            {
                found =
                    (await Look()).Sms.Select(sms => Regex.Match(sms.Body, pattern)).FirstOrDefault(match => match.Success)?.Value ?? "";
                return found != "";
            },
            $"{number} is texted {pattern}",
            otherwise: Ears
        );
        return found;
    }

    public Task IsTalkingWith(Handset other) =>
        Wait.Until(
            async () => (await Look()).Call?.TalkingWith.Contains(other.Number) ?? false,
            $"{number} talks with {other.Number}",
            otherwise: Ears
        );

    public Task IsFree() => Wait.Until(async () => (await Look()).State == "idle", $"{number} is free", otherwise: Ears);

    public async Task<PhoneView> Look() => (await network.GetFromJsonAsync<PhoneView>(Path, Json))!;

    private async Task<HttpResponseMessage> Post(string what, object? body = null)
    {
        var answer = await network.PostAsJsonAsync($"{Path}/{what}", body ?? new { });
        Assert.That(answer.IsSuccessStatusCode, $"{number} {what}: {await answer.Content.ReadAsStringAsync()}");
        return answer;
    }

    private sealed record Dialled(string Sid);

    private string Ears() => string.Join('\n', Look().GetAwaiter().GetResult().Heard.Select(heard => $"  {number} heard: {heard.Text}"));
}
