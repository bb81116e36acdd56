using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace CallRouting.Server.Notices;

/// <summary>What came of handing a letter to the mail server.</summary>
public abstract record MailAnswer
{
    public sealed record Taken : MailAnswer;

    /// <summary>It surely was not taken, and may be later.</summary>
    public sealed record NotNow(string Why) : MailAnswer;

    public sealed record Refused(string Why) : MailAnswer;

    /// <summary>Nobody knows whether it was taken.</summary>
    public sealed record Unknown : MailAnswer;
}

/// <summary>Hands letters to the mail server (SMTP). The one class that speaks to it.</summary>
public sealed class Mailbox(IOptions<NoticeOptions> options, TimeProvider clock)
{
    // Shorter than an action is claimed for.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private MailOptions Mail => options.Value.Mail;

    /// <param name="id">Makes the message's id, by which a mail server that gets it twice can tell.</param>
    public async Task<MailAnswer> Send(string to, string subject, string text, string id, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        using var smtp = new SmtpClient(Mail.Host, Mail.Port) { EnableSsl = Mail.Tls, DeliveryMethod = SmtpDeliveryMethod.Network };
        if (Mail.User.Length > 0)
        {
            smtp.Credentials = new NetworkCredential(Mail.User, Mail.Password);
        }
        using var letter = new MailMessage(Mail.From, to, subject, text);
        letter.Headers.Add("Message-ID", $"<{id}@{letter.From!.Host}>");
        letter.Headers.Add("Auto-Submitted", "auto-generated");
        try
        {
            await smtp.SendMailAsync(letter, either.Token);
            return new MailAnswer.Taken();
        }
        catch (SmtpException broken)
        {
            return Answer(broken);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new MailAnswer.Unknown();
        }
    }

    // A server that says 4xx, or that cannot be reached, may take it later; one that says 5xx will not.
    private static MailAnswer Answer(SmtpException broken) =>
        broken.StatusCode switch
        {
            SmtpStatusCode.GeneralFailure => new MailAnswer.NotNow("the mail server cannot be reached"),
            >= (SmtpStatusCode)400 and < (SmtpStatusCode)500 => new MailAnswer.NotNow($"the mail server says {(int)broken.StatusCode}"),
            _ => new MailAnswer.Refused($"the mail server says {(int)broken.StatusCode}"),
        };
}
