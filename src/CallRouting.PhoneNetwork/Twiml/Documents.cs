using CallRouting.PhoneNetwork.Calls;
using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Webhooks;

namespace CallRouting.PhoneNetwork.Twiml;

/// <summary>Fetches and reads the documents that a call runs on. Whatever is wrong reaches the debugger, also when nobody waits any longer.</summary>
internal sealed class Documents(WebhookSender webhooks, CallReports reports, Debugger debugger)
{
    /// <summary>Gives the document, or throws a <see cref="ProviderFault"/> that the debugger already has.</summary>
    public async Task<TwimlDocument> Get(Call call, Instruction instruction)
    {
        var url = (instruction as Instruction.Fetch)?.Url;
        try
        {
            return instruction switch
            {
                Instruction.Fetch fetch => await Fetch(call, fetch),
                Instruction.Inline inline => new TwimlDocument(null, Understand(call, null, inline.Twiml)),
                Instruction.Ready ready => ready.Document,
                _ => throw new InvalidOperationException($"{instruction} leads nowhere."),
            };
        }
        catch (ProviderFault fault)
        {
            if (fault is not WebhookFault { Injected: true })
                debugger.Complain(fault.Code, fault.Message, call.Sid, url);
            throw;
        }
    }

    private async Task<TwimlDocument> Fetch(Call call, Instruction.Fetch fetch)
    {
        var parameters = reports.Standard(call);
        foreach (var (name, value) in fetch.Extra ?? [])
            parameters.Set(name, value);
        var reply = await webhooks.Fetch(fetch.Url, fetch.Method, parameters);
        return new TwimlDocument(fetch.Url, Verbs(call, fetch.Url, reply));
    }

    // Contract §2.1: which content types are documents, which are played, which are read aloud.
    private IReadOnlyList<Verb> Verbs(Call call, string url, WebhookReply reply)
    {
        if (reply.ContentType.StartsWith("audio/", StringComparison.Ordinal))
            return [new Play(url, 1), new Hangup()];
        if (reply.Body.Length == 0)
            throw new TwimlFault(11770, $"HTTP {reply.Status} with an empty body where a document was asked for.");
        if (reply.Body.Length > WebhookRequest.LargestBody)
            throw new TwimlFault(11750, "The document is larger than 64 kB.");
        return reply.ContentType switch
        {
            "text/xml" or "application/xml" or "text/html" => Understand(call, url, reply.Body),
            "text/plain" => ReadAloud(call, url, reply.Body),
            var type => throw new TwimlFault(12300, $"Content-Type \"{type}\"; expected text/xml."),
        };
    }

    private IReadOnlyList<Verb> Understand(Call call, string? url, string xml)
    {
        var reader = new TwimlReader();
        var verbs = reader.Read(xml);
        foreach (var warning in reader.Warnings)
            debugger.Complain(warning.Code, warning.Message, call.Sid, url);
        return verbs;
    }

    private IReadOnlyList<Verb> ReadAloud(Call call, string url, string text) =>
        text.TrimStart().StartsWith('<') ? Understand(call, url, text) : [new Say(text, "en-US", null, 1), new Hangup()];
}
