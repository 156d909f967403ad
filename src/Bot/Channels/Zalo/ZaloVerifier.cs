namespace Bot.Channels.Zalo;

/// <summary>The page by which Zalo sees that this domain is ours.</summary>
public sealed class ZaloVerifier(string code)
{
    public string Path => $"/zalo_verifier{code}.html";

    public Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>Zalo</title><meta name=\"zalo-platform-site-verification\" content=\"{code}\"></head><body>{code}</body></html>\n");
    }
}
