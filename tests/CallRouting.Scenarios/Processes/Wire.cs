using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CallRouting.Scenarios.Processes;

/// <summary>When, seen from a request of the server to the provider, the server dies.</summary>
public enum Death
{
    /// <summary>The provider never learns of the request.</summary>
    BeforeItArrives,

    /// <summary>The provider has done it; the server never learns so.</summary>
    BeforeItIsAnswered,
}

/// <summary>
/// The wire from the server to the provider. It passes on what is asked, and can kill the server at one request, so that the
/// moment of death is a place in the story and not a matter of luck.
/// </summary>
public sealed class Wire(string network, Func<Task> killServer) : IAsyncDisposable
{
    private readonly HttpClient onwards = new() { BaseAddress = new Uri(network) };
    private readonly TaskCompletionSource killed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication? app;
    private Death death;
    private Func<HttpRequest, IFormCollection, bool> fatal = (_, _) => false;
    private Func<HttpRequest, IFormCollection, bool> slow = (_, _) => false;
    private readonly TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task Begin(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        app = builder.Build();
        app.Run(Pass);
        await app.StartAsync();
    }

    /// <summary>Has the server killed once, at the first such request; the task ends when it is dead.</summary>
    /// <param name="at">Told the request and its form.</param>
    public Task Kills(Death when, Func<HttpRequest, IFormCollection, bool> at)
    {
        (death, fatal) = (when, at);
        return killed.Task;
    }

    /// <summary>Keeps back the answers to such requests until they are released; the task ends when the first is kept back.</summary>
    public Task HoldsAnswers(Func<HttpRequest, IFormCollection, bool> to)
    {
        slow = to;
        return held.Task;
    }

    public void Releases() => released.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Releases();
        onwards.Dispose();
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    private async Task Pass(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : FormCollection.Empty;
        if (killed.Task.IsCompleted || !fatal(context.Request, form))
        {
            var answer = await Send(context.Request, form);
            if (slow(context.Request, form))
            {
                held.TrySetResult();
                await released.Task;
            }
            await Answer(context, answer);
            return;
        }
        if (death == Death.BeforeItIsAnswered)
        {
            using var done = await Send(context.Request, form);
            Assert.That(done.IsSuccessStatusCode, "The provider did what it was asked.");
        }
        await killServer();
        killed.SetResult();
        context.Abort();
    }

    private async Task<HttpResponseMessage> Send(HttpRequest asked, IFormCollection form)
    {
        using var request = new HttpRequestMessage(new HttpMethod(asked.Method), asked.Path + asked.QueryString);
        request.Headers.TryAddWithoutValidation("Authorization", asked.Headers.Authorization.ToString());
        request.Content = asked.HasFormContentType
            ? new FormUrlEncodedContent(form.SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value!)))
            : null;
        return await onwards.SendAsync(request);
    }

    private static async Task Answer(HttpContext context, HttpResponseMessage answer)
    {
        using (answer)
        {
            context.Response.StatusCode = (int)answer.StatusCode;
            context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
            await answer.Content.CopyToAsync(context.Response.Body);
        }
    }
}
