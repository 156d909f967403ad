using System.Security.Cryptography;

namespace Bot.Web;

/// <summary>The value by which a page's own scripts and styles are known from others, new for each response.</summary>
public static class Nonce
{
    private static readonly object Key = new();

    public static string Of(HttpContext context)
    {
        if (context.Items[Key] is string nonce) return nonce;
        nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Items[Key] = nonce;
        return nonce;
    }
}
