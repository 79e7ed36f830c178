/** Types of the HTTP API. Generated from openapi.yaml by `npm run generate`; never edited. */

export interface paths {
  '/v1/challenges': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask for a second factor
     * @description Says that none is needed (`not_required`), sends a code to the enrolled phone (`pending`), or says that the
     *     person has to enrol first (`enrolment_required`). Keep one `nonce` per browser's sign-in: a repeated start
     *     with the same nonce finds the same challenge and sends nothing.
     */
    post: operations['startChallenge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/challenges/{challengeId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * See how a challenge stands
     * @description An ended challenge shows its end and nothing else, for an hour.
     */
    get: operations['getChallenge'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/challenges/{challengeId}/verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Submit a code
     * @description 200 means approved, and nothing else is ever 2xx. Five tries for each challenge, each charged before the
     *     code is compared. Repeat a request that got no answer under the same `Idempotency-Key`: it is not charged
     *     again and answers the same token. A change of number, and an enrolment outside a sign-in, answer no token:
     *     they prove the number and sign nobody in.
     */
    post: operations['verifyChallenge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/challenges/{challengeId}/resend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send the same code again
     * @description The code stays the same and its life is not extended. Without `channel` it goes as the last time; the gap
     *     and the limits are the number's, whichever channel is taken. The body may be left out.
     */
    post: operations['resendCode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/challenges/{challengeId}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * End a challenge
     * @description Repeatable, so an `Idempotency-Key` changes nothing. `reason: skipped` records that the person put
     *     enrolment off, where the challenge said `canSkip` and the policy still allows it; it gives no token, the
     *     login service lets the person in on `canSkip` alone. The body may be left out.
     */
    post: operations['cancelChallenge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/challenges/{challengeId}/enrolment': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give the number of a first phone
     * @description After `enrolment_required` with an open grant: sends a code to the number; verifying it makes the number
     *     the factor and answers the sign-in token. May be called again with another number (a typo), three times in
     *     all. `phoneNumber` may be left out where the challenge showed the mask of an imported one.
     */
    post: operations['enrolPhone'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/challenges/{challengeId}/redeem': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Exchange an approval given on a hosted page for its token
     * @description After the redirect to `returnUrl`: `challengeId` and `returnCode` from its query, and the `nonce` kept for
     *     this very browser, never one that the query brings along. Possible until five minutes after the approval,
     *     once; for two minutes more the same secrets get the same token, so that a lost answer can be asked for
     *     again. A wrong nonce and a wrong return code are told as an unknown challenge.
     */
    post: operations['redeemChallenge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/companies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the companies of this client */
    get: operations['listCompanies'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/companies/{companyId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** See a company */
    get: operations['getCompany'];
    /**
     * Make a company known, or replace its profile
     * @description A new company's policy is off. A field that is left out takes its default.
     */
    put: operations['putCompany'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/companies/{companyId}/policy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** See a company's two-factor policy */
    get: operations['getPolicy'];
    /**
     * Change a company's two-factor policy
     * @description A field that is left out keeps its value. Turning to `required` needs `enforceFrom` (now is allowed,
     *     silence is not). Effective on every instance within 5 s. A change that weakens the policy (`preview` names
     *     it) needs a `reason`, and `Assay-Step-Up` with the action `weaken_policy` of the acting administrator, who is
     *     a person of this company: `Assay-Actor` is `admin:` and the same id.
     */
    put: operations['putPolicy'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/companies/{companyId}/policy/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * See what a policy would mean, before it is one
     * @description Takes what a change takes and changes nothing: a field that is left out keeps its value. `lockedOut` is null
     *     unless the roster is complete, since nobody can count people Assay has not been told of.
     */
    post: operations['previewPolicy'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/companies/{companyId}/notice': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read the privacy notice to show at enrolment */
    get: operations['getNotice'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/companies/{companyId}/employees': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List people with the state of their factor */
    get: operations['listEmployees'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/companies/{companyId}/employees/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Put up to a thousand people on the roster
     * @description All or nothing: a refusal names everybody at fault and nothing is stored. Repeatable. Numbers are kept as
     *     unproven, as with a single person; the number of somebody who has proven one is ignored. With `complete` the
     *     roster counts as complete until somebody unlisted turns up.
     */
    post: operations['importEmployees'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/companies/{companyId}/employees/{userId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** See the state of one person's factor */
    get: operations['getEmployee'];
    /**
     * Put a person on the roster
     * @description Repeatable. A number already collected for two-factor sign-in may be given: it is kept as unproven, never
     *     over an active factor, and the person proves it at the first sign-in. The body may be left out.
     */
    put: operations['putEmployee'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/companies/{companyId}/employees/{userId}/enrolment-grants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Invite one person to enrol
     * @description Each call opens one enrolment until `expiresAt` (7 days unless given, 90 days at most).
     */
    post: operations['grantEnrolment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/companies/{companyId}/employees/{userId}/phone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Change a person's number, or enrol a first one
     * @description Sends a code to the new number; the answered challenge is verified as any other and ends without a token. In
     *     place of a proven number it needs `Assay-Step-Up` with the action `change_phone` of this very person, used up
     *     by the send and given back where the send is refused. The old number stays until the new one is proven; then
     *     it is told, and its open challenges end. Without a proven number it is a first enrolment and needs leave to
     *     enrol instead. A typo is corrected by `enrolment` on the challenge.
     */
    post: operations['changePhone'];
    /**
     * Remove a person's phone
     * @description With `Assay-Step-Up` of the action `remove_phone` of this very person. Ends their open challenges and tells the
     *     number. Not where the policy requires a factor: there it can be changed, or an administrator resets it.
     */
    delete: operations['removePhone'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/companies/{companyId}/employees/{userId}/reset': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Lost phone, remove the factor and open one enrolment
     * @description Ends the person's challenges and portal sessions and tells the old number. Open for 7 days.
     */
    post: operations['resetEmployee'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/portal-sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Let a person into the hosted pages
     * @description Redirect the person you have just signed in to `url`: it works once, within five minutes, when they press
     *     "Continue". Roles open different pages: `employee` their own account, `support` help for others, `admin` the
     *     console. Support and administrators enter a code before anything is shown; an administrator without a factor
     *     is given leave to enrol by this call. The scope is that of the role: `portal:employee`, `portal:support` or
     *     `portal:admin`. Whoever holds `portal:admin` can switch a company's two-factor sign-in off; each call is
     *     an audit event. The person need not be known before.
     */
    post: operations['openPortalSession'];
    /**
     * End a person's portal sessions
     * @description Call it when a role is lost: links and sessions of the person end at once, whichever client opened them.
     *     `portal:admin` ends those of any role; `portal:employee` and `portal:support` those of their own role, which
     *     must then be named. A repeat is answered alike.
     */
    delete: operations['endPortalSessions'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/companies/{companyId}/audit-events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** See who did what, newest first */
    get: operations['listAuditEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/twilio/status/{token}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Where Twilio reports what became of a message
     * @description Named to Twilio with each message; nobody else calls it, and there is nothing to set up. Only requests that
     *     Twilio signed for exactly this address are taken in, and all of them are answered alike. A report moves
     *     `delivery` forward and can approve, extend and reveal nothing. JSON bodies are bound by `bodySHA256`.
     */
    post: operations['reportDelivery'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/.well-known/jwks.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The keys that check tokens
     * @description RFC 7517. A new key is listed before its first use, an old one until its last token has expired.
     */
    get: operations['getJwks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/openapi.yaml': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * This document
     * @description On the public listener only where `DOCS=on`.
     */
    get: operations['getOpenApi'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/docs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * This document as a page
     * @description On the public listener only where `DOCS=on`.
     */
    get: operations['getDocs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @description An opaque id of the caller's; it stands in URLs, so it is never an address. */
    CallerId: string;
    ChallengeId: string;
    /** @description BCP 47. */
    Locale: string;
    /** @description One per browser's sign-in; comes back in the token. */
    Nonce: string;
    ActorText: string;
    /** @description ISO 3166-1 alpha-2. */
    Country: string;
    /** @description As people write it; read with the company's country where it has no country code. */
    PhoneNumber: string;
    Reason: string;
    /**
     * Format: date-time
     * @description RFC 3339, UTC.
     */
    Instant: string;
    /** @description Fetches the next page; null on the last. */
    NextCursor: string | null;
    StartChallenge: {
      companyId: components['schemas']['CallerId'];
      userId: components['schemas']['CallerId'];
      /**
       * @description `step_up` asks for a code whatever the policy's mode, and ends with a token for one `action`. Without a factor it is 409 `no_factor`.
       * @enum {string}
       */
      purpose?: 'sign_in' | 'step_up';
      /**
       * @description What the step-up is for. Required with `step_up`, and only then.
       * @enum {string}
       */
      action?: 'change_phone' | 'remove_phone' | 'view_phone' | 'manage_factors' | 'weaken_policy';
      /** @description Opens a hosted page: the answer has its `url`, and the browser comes back here. One of the addresses registered for the client, byte for byte. Needs `nonce`. */
      returnUrl?: string;
      /** @description Comes back to `returnUrl` as it is given. */
      state?: string;
      channel?: components['schemas']['Channel'];
      locale?: components['schemas']['Locale'];
      nonce?: components['schemas']['Nonce'];
      /** @description Where the sign-in comes from. */
      context?: {
        /** @description IPv4 or IPv6. */
        ipAddress?: string;
        userAgent?: string;
      };
    };
    VerifyChallenge: {
      /** @description The digits as a string; white space and hyphens are dropped. */
      code: unknown;
      nonce?: components['schemas']['Nonce'];
      /** @constant */
      method?: 'code';
    };
    RedeemChallenge: {
      nonce: components['schemas']['Nonce'];
      /** @description As the redirect to `returnUrl` carried it. */
      returnCode: string;
    };
    /**
     * @description `sms`: texted. `call`: spoken in a telephone call, slowly, digit by digit and twice, in the person's
     *     language. Where it is left out the first of the policy's methods is taken that operator and number allow;
     *     a landline can only be called. One that cannot be taken is refused with 422, naming `availableChannels`.
     * @enum {string}
     */
    Channel: 'sms' | 'call';
    ResendCode: {
      channel?: components['schemas']['Channel'];
    };
    CancelChallenge: {
      /** @constant */
      reason?: 'skipped';
    };
    EnrolPhone: {
      phoneNumber?: components['schemas']['PhoneNumber'];
      /** @description Of the notice shown. */
      noticeVersion: string;
      locale?: components['schemas']['Locale'];
      channel?: components['schemas']['Channel'];
    };
    ChangePhone: {
      phoneNumber: components['schemas']['PhoneNumber'];
      /** @description Of the notice shown. */
      noticeVersion: string;
      locale?: components['schemas']['Locale'];
      channel?: components['schemas']['Channel'];
    };
    PutCompany: {
      /** @description Named in the SMS. */
      displayName: string;
      defaultCountry: components['schemas']['Country'];
      /**
       * @description BCP 47.
       * @default en
       */
      locale: string;
      /**
       * @description IANA name.
       * @default UTC
       */
      timeZone: string;
      /**
       * @description What people are told who get no code.
       * @default null
       */
      supportText: string | null;
      branding?: {
        /** @default null */
        accentColor: string | null;
        /**
         * @description A PNG, JPEG or WebP in base64: up to 10,000 bytes and 1,024 pixels on either side. Shown on the hosted pages, from Assay's own address. SVG is refused.
         * @default null
         */
        logo: string | null;
      };
    };
    PutPolicy: {
      mode?: components['schemas']['PolicyMode'];
      /**
       * Format: date-time
       * @description Until then enrolment may be skipped. Given when turning to `required`.
       */
      enforceFrom?: string | null;
      enrolmentDays?: number;
      /**
       * @description How codes may be sent; the first is taken where nobody asks for one. `call` needs an operator who
       *     makes calls, and every instance updated: version 0.1.0 cannot read a policy that names it.
       */
      methods?: components['schemas']['Channel'][];
      /** @description Where codes may go; null for all that the operator allows. */
      countries?: components['schemas']['Country'][] | null;
      /** @description Null for the default. */
      smsPerDay?: number | null;
      rememberDeviceDays?: number;
      reason?: components['schemas']['Reason'];
    };
    PutEmployee: {
      phoneNumber?: components['schemas']['PhoneNumber'];
    };
    GrantEnrolment: {
      reason: components['schemas']['Reason'];
      /**
       * Format: date-time
       * @description Seven days from now where left out; at most 90 days ahead.
       */
      expiresAt?: string;
    };
    ResetEmployee: {
      reason: components['schemas']['Reason'];
    };
    NotRequired: {
      /** @constant */
      status: 'not_required';
      /** @enum {string} */
      reason: 'policy_off' | 'no_factor';
    };
    Pending: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      status: 'pending';
      id: components['schemas']['ChallengeId'];
      channel: components['schemas']['Channel'];
      maskedDestination: components['schemas']['MaskedDestination'];
      codeLength: number;
      expiresAt: components['schemas']['Instant'];
      attemptsRemaining: number;
      resendAvailableAt: components['schemas']['Instant'];
      /** @description How the same code can be asked for now. */
      availableChannels: components['schemas']['Channel'][];
      delivery: {
        /**
         * @description Of the last message. `unknown`: the provider did not answer in time; the code is valid and may be on
         *     its way. `sent`, `delivered` and `undelivered` follow when the provider reports them, which some
         *     carriers never do: nothing may wait for them. A code that was not delivered stays valid.
         * @enum {string}
         */
        status: 'accepted' | 'unknown' | 'sent' | 'delivered' | 'undelivered';
        /**
         * @description Why it is `undelivered`; null for every other status. After `unreachable`, `opted_out` and `blocked`
         *     nothing more is sent to the number by this channel for a day; after `temporary` one more message may
         *     follow by itself. `provider`: only the operator can help.
         * @enum {string|null}
         */
        reason:
          | 'unreachable'
          | 'opted_out'
          | 'blocked'
          | 'temporary'
          | 'no_answer'
          | 'destination_not_allowed'
          | 'carrier'
          | 'provider'
          | null;
        updatedAt: components['schemas']['Instant'];
      };
      /**
       * Format: uri
       * @description Where the browser goes; there with `returnUrl`.
       */
      url?: string;
    };
    EnrolmentRequired: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      status: 'enrolment_required';
      id: components['schemas']['ChallengeId'];
      expiresAt: components['schemas']['Instant'];
      /**
       * Format: uri
       * @description Where the browser goes to enrol; there with `returnUrl` and an open grant.
       */
      url?: string;
      enrolment: {
        /**
         * @description `none`: an administrator has to invite the person first.
         * @enum {string}
         */
        grant: 'open' | 'none';
        /**
         * Format: date-time
         * @description Until when enrolment can be skipped; null when it cannot.
         */
        deadline: string | null;
        /** @description The login service may let the person in without. */
        canSkip: boolean;
      };
      maskedDestination?: components['schemas']['MaskedDestination'];
    };
    Ended: {
      id: components['schemas']['ChallengeId'];
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      status: 'approved' | 'canceled' | 'expired' | 'max_attempts_reached';
    };
    Approved: {
      /** @constant */
      status: 'approved';
      challengeId: components['schemas']['ChallengeId'];
      companyId: components['schemas']['CallerId'];
      userId: components['schemas']['CallerId'];
      /** @description As given at the start; null where none was. */
      nonce: string | null;
      /** @description A signed JWT (ES256); check it against the JWKS. */
      token: string;
      tokenExpiresAt: components['schemas']['Instant'];
    };
    /** @description A number was proven, outside a sign-in. */
    PhoneProven: {
      /** @constant */
      status: 'approved';
      challengeId: components['schemas']['ChallengeId'];
      companyId: components['schemas']['CallerId'];
      userId: components['schemas']['CallerId'];
      nonce: string | null;
    };
    /** @description The last two digits, nothing more. */
    MaskedDestination: string;
    Company: {
      companyId: components['schemas']['CallerId'];
      displayName: string;
      defaultCountry: components['schemas']['Country'];
      locale: components['schemas']['Locale'];
      timeZone: string;
      supportText: string | null;
      branding: {
        accentColor: string | null;
        /** @description What was stored; null for none. */
        logo: {
          /** @description SHA-256 of the picture, hexadecimal. */
          digest: string;
          /** @enum {string} */
          mediaType: 'image/png' | 'image/jpeg' | 'image/webp';
        } | null;
      };
      createdAt: components['schemas']['Instant'];
      updatedAt: components['schemas']['Instant'];
    };
    /** @enum {string} */
    PolicyMode: 'off' | 'optional' | 'required';
    Policy: {
      mode: components['schemas']['PolicyMode'];
      /** Format: date-time */
      enforceFrom: string | null;
      /** @description How long people may enrol by themselves. */
      enrolmentDays: number;
      methods: components['schemas']['Channel'][];
      countries: components['schemas']['Country'][] | null;
      smsPerDay: number | null;
      rememberDeviceDays: number;
      version: number;
      /**
       * Format: date-time
       * @description When the mode last left `off`.
       */
      switchedOnAt: string | null;
      /**
       * Format: date-time
       * @description When the numbers are deleted because two-factor is off; null while it is on or never was.
       */
      numbersErasedAt: string | null;
    };
    /**
     * @description `complete` after an import that said so, until somebody unlisted enrols or is invited.
     * @enum {string}
     */
    RosterState: 'complete' | 'partial' | 'empty';
    PolicySettings: {
      mode: components['schemas']['PolicyMode'];
      /** Format: date-time */
      enforceFrom: string | null;
      enrolmentDays: number;
      methods: components['schemas']['Channel'][];
      countries: components['schemas']['Country'][] | null;
      smsPerDay: number | null;
      rememberDeviceDays: number;
    };
    PolicyPreview: {
      proposed: components['schemas']['PolicySettings'];
      roster: components['schemas']['RosterState'];
      /**
       * Format: date-time
       * @description The instant it is looked at, the proposed deadline or now.
       */
      asOf: string;
      /** @description Everybody Assay knows of in the company. */
      people: number;
      enrolled: number;
      notEnrolled: number;
      /**
       * @description Who could not sign in at `asOf`: required, without a usable factor and without leave to enrol. Null unless
       *     the roster is complete.
       */
      lockedOut: number | null;
      /** @description Proven numbers in countries the proposal does not allow; those people are locked out. */
      unreachableByCountry: {
        country: string;
        people: number;
      }[];
      /** @description The first fifty. */
      notEnrolledUserIds: components['schemas']['CallerId'][];
      /** @description The first fifty of those known, also while the roster is not complete. */
      lockedOutUserIds: components['schemas']['CallerId'][];
      /** @description What protects less than now; such a change needs a reason and a step-up. */
      weakened: string[];
      needsReason: boolean;
    };
    ImportEmployees: {
      employees: {
        userId: components['schemas']['CallerId'];
        phoneNumber?: components['schemas']['PhoneNumber'];
      }[];
      /**
       * @description Whether with this call everybody has been named.
       * @default false
       */
      complete: boolean;
    };
    ImportedEmployees: {
      /** @description People who were not on the roster before. */
      created: number;
      unchanged: number;
      numbersStored: number;
      /** @description Of people who have proven a number. */
      numbersIgnored: number;
      roster: components['schemas']['RosterState'];
    };
    Notice: {
      /** @description Send it back as `noticeVersion`. */
      version: string;
      locale: components['schemas']['Locale'];
      text: string;
    };
    Employee: {
      companyId: components['schemas']['CallerId'];
      userId: components['schemas']['CallerId'];
      factor: {
        /** @constant */
        type: 'phone';
        /**
         * @description `imported`: collected before, proven by nobody yet.
         * @enum {string}
         */
        status: 'active' | 'imported' | 'disabled' | 'undeliverable';
        maskedDestination: components['schemas']['MaskedDestination'];
        /** Format: date-time */
        enrolledAt: string | null;
        /** Format: date-time */
        lastUsedAt: string | null;
      } | null;
      /** Format: date-time */
      onRosterSince: string | null;
      /** @description Leave to enrol that is open now. */
      enrolment: {
        /** @enum {string} */
        kind: 'invitation' | 'reset';
        expiresAt: components['schemas']['Instant'];
      } | null;
      /** @description Reset, and nothing enrolled since. */
      wasReset: boolean;
      /** @description Wrong codes in a row. */
      failures: number;
      lockedForSeconds: number;
    };
    Grant: {
      id: string;
      /** @enum {string} */
      kind: 'invitation' | 'reset';
      expiresAt: components['schemas']['Instant'];
    };
    /** @enum {string} */
    PortalRole: 'employee' | 'support' | 'admin';
    OpenPortalSession: {
      companyId: components['schemas']['CallerId'];
      userId: components['schemas']['CallerId'];
      role: components['schemas']['PortalRole'];
      /** @description Required for support; stands in the company's audit. */
      reason?: components['schemas']['Reason'];
      locale?: components['schemas']['Locale'];
    };
    PortalSession: {
      /** @description Redirect the person there. Works once. */
      url: string;
      expiresAt: components['schemas']['Instant'];
    };
    /** @enum {string} */
    AuditKind:
      | 'challenge.enrolment_required'
      | 'challenge.not_required'
      | 'challenge.approved'
      | 'challenge.failed'
      | 'challenge.locked'
      | 'challenge.replayed'
      | 'challenge.canceled'
      | 'challenge.skipped'
      | 'challenge.disowned'
      | 'send.accepted'
      | 'send.refused'
      | 'send.unknown'
      | 'send.limited'
      | 'send.near_limit'
      | 'delivery.reported'
      | 'phone.opened'
      | 'phone.viewed'
      | 'factor.enrolled'
      | 'factor.changed'
      | 'factor.removed'
      | 'factor.disabled'
      | 'factor.reset'
      | 'factor.erased'
      | 'enrolment.granted'
      | 'employee.listed'
      | 'roster.imported'
      | 'portal.opened'
      | 'portal.entered'
      | 'portal.ended'
      | 'company.created'
      | 'company.changed'
      | 'policy.changed'
      | 'client.created'
      | 'client.revoked'
      | 'client.credential_added'
      | 'signing_key.rotated'
      | 'sends.paused'
      | 'sends.resumed'
      | 'sends.prefix_reopened';
    AuditEvent: {
      id: string;
      at: components['schemas']['Instant'];
      kind: components['schemas']['AuditKind'];
      companyId: string | null;
      userId: string | null;
      clientId: string | null;
      actor: {
        /** @enum {string} */
        role: 'admin' | 'employee' | 'support' | 'system' | 'operator';
        id: string;
      } | null;
      /** @description The request's X-Request-Id. */
      correlationId: string;
      /** @description Short closed facts of the kind. */
      facts: {
        [key: string]: unknown;
      };
    };
    Jwks: {
      keys: {
        /** @constant */
        kty: 'EC';
        /** @constant */
        crv: 'P-256';
        /** @constant */
        alg: 'ES256';
        /** @constant */
        use: 'sig';
        kid: string;
        x: string;
        y: string;
      }[];
    };
    /** @description RFC 9457. `type` names the kind of problem and resolves to nothing; `code` is its last part. */
    Problem: {
      /** Format: uri */
      type: string;
      title: string;
      status: number;
      /**
       * Format: uri
       * @description Holds the request's id.
       */
      instance: string;
      code: components['schemas']['ErrorCode'];
      /** @description What is particular to this time, where there is something to say. */
      detail?: string;
      /** @description The same as `Retry-After`. */
      retryAfterSeconds?: number;
      attemptsRemaining?: number;
      /**
       * @description Which limit is reached; docs/limits.md explains each. More may come.
       * @example number
       */
      limit?: string;
      /**
       * Format: date-time
       * @description When the limit ends, if nothing else draws on it.
       */
      limitEndsAt?: string;
      /** @description What the person, or whoever helps them, can do. */
      alternatives?: components['schemas']['Alternative'][];
      /** @description How a code could still be asked for. */
      availableChannels?: components['schemas']['Channel'][];
      requiredScope?: string;
      /** @description Fields of a policy change that protect less than before. */
      weakened?: string[];
      errors?: {
        /** @description A JSON pointer into the body (`#/phoneNumber`), or `header:`, `query:` or `path:` and a name. */
        pointer: string;
        detail: string;
      }[];
    };
    /**
     * @description `enter_code`: a code that is out already can still be entered. `other_channel`: another of
     *     `availableChannels`. `wait`: until `Retry-After` is over. `ask_administrator`, `ask_operator`: they
     *     can change what stands in the way.
     * @enum {string}
     */
    Alternative: 'enter_code' | 'other_channel' | 'wait' | 'ask_administrator' | 'ask_operator';
    /** @enum {string} */
    ErrorCode:
      | 'invalid_request'
      | 'unauthenticated'
      | 'forbidden'
      | 'step_up_required'
      | 'signature_invalid'
      | 'enrolment_not_open'
      | 'company_not_found'
      | 'employee_not_found'
      | 'challenge_not_found'
      | 'route_not_found'
      | 'method_not_allowed'
      | 'not_acceptable'
      | 'idempotency_in_progress'
      | 'factor_disabled'
      | 'factor_active'
      | 'no_factor'
      | 'last_factor'
      | 'challenge_approved'
      | 'challenge_canceled'
      | 'challenge_on_page'
      | 'challenge_pending'
      | 'enrolment_skipped'
      | 'challenge_expiring'
      | 'code_not_sent'
      | 'challenge_expired'
      | 'max_attempts_reached'
      | 'precondition_failed'
      | 'payload_too_large'
      | 'unsupported_media_type'
      | 'code_incorrect'
      | 'phone_not_reachable'
      | 'destination_not_allowed'
      | 'idempotency_key_reused'
      | 'precondition_required'
      | 'resend_cooldown'
      | 'send_limit_reached'
      | 'factor_locked'
      | 'internal_error'
      | 'temporarily_unavailable'
      | 'sms_unavailable';
  };
  responses: {
    /** @description The request is not valid; `errors` names each field. */
    InvalidRequest: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description No credential, or one that is wrong, revoked or expired. */
    Unauthenticated: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The credential lacks the scope; `requiredScope` names it. */
    Forbidden: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description No signature, or not of this very request. */
    SignatureInvalid: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The scope is missing, or the change weakens the policy. */
    WeakeningRefused: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The scope is missing, nothing lets this person enrol, or the step-up is missing, used or another. */
    ChangeRefused: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The scope is missing, or the step-up is missing, used or another. */
    RemovalRefused: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description There is no phone, or the policy requires it. */
    RemovalConflict: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The scope is missing, or nothing lets this person enrol. */
    EnrolmentRefused: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The company is unknown, or not one of this client. */
    CompanyNotFound: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The company or the employee is unknown. */
    EmployeeNotFound: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Unknown, forgotten, another client's, or the nonce does not fit: the same answer for each. */
    ChallengeNotFound: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The challenge is unknown (forgotten, another client's), or its company is not known any more. */
    ChallengeOrCompanyNotFound: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description There is nothing at this address. */
    RouteNotFound: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Another method than those in `Allow`. */
    MethodNotAllowed: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        Allow: components['headers']['Allow'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `Accept` excludes JSON. */
    NotAcceptable: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The sign-in is in a state that no start changes. */
    StartConflict: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The challenge is in a state in which no code is judged. */
    VerifyConflict: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The challenge is in a state in which nothing is sent. */
    ResendConflict: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Approved already. */
    CancelConflict: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The challenge is in a state in which no number is taken. */
    EnrolmentConflict: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Not approved yet, put off, canceled, or redeemed before. */
    RedeemConflict: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The person has an active factor; reset it first. */
    FactorActive: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The challenge has ended: start a new one. */
    ChallengeGone: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The policy is not the one named by `If-Match` any more. */
    PreconditionFailed: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The body is over 16 kB. */
    PayloadTooLarge: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The body is not `application/json` in UTF-8. */
    UnsupportedMediaType: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The provider or the policy refuses the number, or the key was used for another body. */
    SendRefused: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The code is wrong, or the key was used for another code. */
    CodeIncorrect: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The key was used for another body. */
    KeyReused: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `If-Match` is missing. */
    PreconditionRequired: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Too soon, too many, or locked; the identical request can succeed after `Retry-After`. */
    SendLimited: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Too soon or too many; the identical request can succeed after `Retry-After`. */
    EnrolmentLimited: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Too many failures in a row; nothing is judged or counted until `Retry-After` is over. */
    FactorLocked: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description A bug. The answer holds nothing but the request's id. */
    InternalError: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description A needed part does not answer. A right code is not used up. */
    TemporarilyUnavailable: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description A needed part or the SMS provider does not answer; nothing was sent. */
    SendUnavailable: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: {
    /**
     * @description Names the act, so that a repeat after a lost answer does nothing twice. 1 to 255 visible ASCII characters,
     *     unique to the client; another body under the same key is refused.
     * @example 3b0f8f53-6cbb-4d1e-8a54-1d6a0a6c1c11
     */
    IdempotencyKey: string;
    /**
     * @description Who causes the call, as the caller knows them.
     * @example admin:a-17
     */
    Actor: components['schemas']['ActorText'];
    /**
     * @description Who causes the call, as the caller knows them.
     * @example employee:u-1001
     */
    OptionalActor: components['schemas']['ActorText'];
    /**
     * @description The token of an approved step-up of this client: proves that a code was entered for this act. Good once, for
     *     5 minutes; what does not hold counts as none.
     * @example eyJhbGciOiJFUzI1NiIsInR5cCI6ImFzc2F5LXN0ZXAtdXArand0In0.eyJhY3Rpb24iOiJjaGFuZ2VfcGhvbmUifQ.c2ln
     */
    StepUp: string;
    /**
     * @description The ETag that the policy was read with; `*` names no version and is refused with 428.
     * @example "v3"
     */
    IfMatch: string;
    /** @example chl_5f9pSDBrsQa6n7dQbYR9NBt8g26 */
    ChallengeId: components['schemas']['ChallengeId'];
    /** @example acme */
    CompanyId: components['schemas']['CallerId'];
    /** @example u-1001 */
    UserId: components['schemas']['CallerId'];
    /**
     * @description How many items at most, 1 to 200.
     * @example 50
     */
    Limit: number;
    /**
     * @description What the previous page gave as `nextCursor`.
     * @example dS0xMDAx
     */
    Cursor: string;
    /**
     * @description Language of the notice; the company's own where left out.
     * @example en-GB
     */
    LocaleQuery: components['schemas']['Locale'];
    /**
     * @description Only people in this state.
     * @example not_enrolled
     */
    EmployeeStatus: 'enrolled' | 'not_enrolled' | 'locked' | 'disabled';
    /**
     * @description Only what concerns this person.
     * @example u-1001
     */
    AuditUserId: components['schemas']['CallerId'];
    /**
     * @description Only events of this kind.
     * @example policy.changed
     */
    AuditKind: components['schemas']['AuditKind'];
    /**
     * @description Only what this actor did, as named in `Assay-Actor` without the role.
     * @example a-17
     */
    AuditActor: components['schemas']['CallerId'];
    /**
     * @description Only what happened then or later.
     * @example 2026-11-01T00:00:00Z
     */
    AuditFrom: components['schemas']['Instant'];
    /**
     * @description Only what happened earlier.
     * @example 2026-12-01T00:00:00Z
     */
    AuditBefore: components['schemas']['Instant'];
  };
  requestBodies: never;
  headers: {
    /**
     * @description Names this request in answers, logs and audit; the caller's own where it sent a fitting one.
     * @example 5f0c4f0e-6f0a-4c58-9d5b-0d6d6a1b7a51
     */
    'X-Request-Id': string;
    /**
     * @description Seconds to wait before the identical request can succeed.
     * @example 30
     */
    'Retry-After': string;
    /**
     * @description How to authenticate.
     * @example Bearer
     */
    'WWW-Authenticate': string;
    /**
     * @description The methods there are.
     * @example GET, HEAD
     */
    Allow: string;
    /**
     * @description Where the challenge can be read.
     * @example /v1/challenges/chl_5f9pSDBrsQa6n7dQbYR9NBt8g26
     */
    Location: string;
    /**
     * @description The version of what was answered.
     * @example "v3"
     */
    ETag: string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  startChallenge: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Names the act, so that a repeat after a lost answer does nothing twice. 1 to 255 visible ASCII characters,
         *     unique to the client; another body under the same key is refused.
         * @example 3b0f8f53-6cbb-4d1e-8a54-1d6a0a6c1c11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /**
         * @description Who causes the call, as the caller knows them.
         * @example employee:u-1001
         */
        'Assay-Actor'?: components['parameters']['OptionalActor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StartChallenge'];
      };
    };
    responses: {
      /** @description No second factor is needed. Never the result of an error. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NotRequired'];
        };
      };
      /** @description A code was sent, or the person has to enrol first. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          Location: components['headers']['Location'];
          [name: string]: unknown;
        };
        content: {
          'application/json':
            components['schemas']['Pending'] | components['schemas']['EnrolmentRequired'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['CompanyNotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['StartConflict'];
      410: components['responses']['ChallengeGone'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['SendRefused'];
      429: components['responses']['SendLimited'];
      500: components['responses']['InternalError'];
      503: components['responses']['SendUnavailable'];
    };
  };
  getChallenge: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Who causes the call, as the caller knows them.
         * @example employee:u-1001
         */
        'Assay-Actor'?: components['parameters']['OptionalActor'];
      };
      path: {
        /** @example chl_5f9pSDBrsQa6n7dQbYR9NBt8g26 */
        challengeId: components['parameters']['ChallengeId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The challenge. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json':
            | components['schemas']['Pending']
            | components['schemas']['EnrolmentRequired']
            | components['schemas']['Ended'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['ChallengeNotFound'];
      406: components['responses']['NotAcceptable'];
      500: components['responses']['InternalError'];
      503: components['responses']['TemporarilyUnavailable'];
    };
  };
  verifyChallenge: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Names the act, so that a repeat after a lost answer does nothing twice. 1 to 255 visible ASCII characters,
         *     unique to the client; another body under the same key is refused.
         * @example 3b0f8f53-6cbb-4d1e-8a54-1d6a0a6c1c11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /**
         * @description Who causes the call, as the caller knows them.
         * @example employee:u-1001
         */
        'Assay-Actor'?: components['parameters']['OptionalActor'];
      };
      path: {
        /** @example chl_5f9pSDBrsQa6n7dQbYR9NBt8g26 */
        challengeId: components['parameters']['ChallengeId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['VerifyChallenge'];
      };
    };
    responses: {
      /** @description Approved; this is the only success. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json':
            components['schemas']['Approved'] | components['schemas']['PhoneProven'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['ChallengeNotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['VerifyConflict'];
      410: components['responses']['ChallengeGone'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['CodeIncorrect'];
      429: components['responses']['FactorLocked'];
      500: components['responses']['InternalError'];
      503: components['responses']['TemporarilyUnavailable'];
    };
  };
  resendCode: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Names the act, so that a repeat after a lost answer does nothing twice. 1 to 255 visible ASCII characters,
         *     unique to the client; another body under the same key is refused.
         * @example 3b0f8f53-6cbb-4d1e-8a54-1d6a0a6c1c11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /**
         * @description Who causes the call, as the caller knows them.
         * @example employee:u-1001
         */
        'Assay-Actor'?: components['parameters']['OptionalActor'];
      };
      path: {
        /** @example chl_5f9pSDBrsQa6n7dQbYR9NBt8g26 */
        challengeId: components['parameters']['ChallengeId'];
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['ResendCode'];
      };
    };
    responses: {
      /** @description Sent again. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Pending'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['EnrolmentRefused'];
      404: components['responses']['ChallengeOrCompanyNotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['ResendConflict'];
      410: components['responses']['ChallengeGone'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['SendRefused'];
      429: components['responses']['SendLimited'];
      500: components['responses']['InternalError'];
      503: components['responses']['SendUnavailable'];
    };
  };
  cancelChallenge: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Names the act, so that a repeat after a lost answer does nothing twice. 1 to 255 visible ASCII characters,
         *     unique to the client; another body under the same key is refused.
         * @example 3b0f8f53-6cbb-4d1e-8a54-1d6a0a6c1c11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /**
         * @description Who causes the call, as the caller knows them.
         * @example employee:u-1001
         */
        'Assay-Actor'?: components['parameters']['OptionalActor'];
      };
      path: {
        /** @example chl_5f9pSDBrsQa6n7dQbYR9NBt8g26 */
        challengeId: components['parameters']['ChallengeId'];
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['CancelChallenge'];
      };
    };
    responses: {
      /** @description Canceled. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Ended'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['ChallengeNotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['CancelConflict'];
      410: components['responses']['ChallengeGone'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      500: components['responses']['InternalError'];
      503: components['responses']['TemporarilyUnavailable'];
    };
  };
  enrolPhone: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Names the act, so that a repeat after a lost answer does nothing twice. 1 to 255 visible ASCII characters,
         *     unique to the client; another body under the same key is refused.
         * @example 3b0f8f53-6cbb-4d1e-8a54-1d6a0a6c1c11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /**
         * @description Who causes the call, as the caller knows them.
         * @example employee:u-1001
         */
        'Assay-Actor'?: components['parameters']['OptionalActor'];
      };
      path: {
        /** @example chl_5f9pSDBrsQa6n7dQbYR9NBt8g26 */
        challengeId: components['parameters']['ChallengeId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EnrolPhone'];
      };
    };
    responses: {
      /** @description A code was sent to the number. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Pending'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['EnrolmentRefused'];
      404: components['responses']['ChallengeOrCompanyNotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['EnrolmentConflict'];
      410: components['responses']['ChallengeGone'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['SendRefused'];
      429: components['responses']['EnrolmentLimited'];
      500: components['responses']['InternalError'];
      503: components['responses']['SendUnavailable'];
    };
  };
  redeemChallenge: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description Names the act, so that a repeat after a lost answer does nothing twice. 1 to 255 visible ASCII characters,
         *     unique to the client; another body under the same key is refused.
         * @example 3b0f8f53-6cbb-4d1e-8a54-1d6a0a6c1c11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /**
         * @description Who causes the call, as the caller knows them.
         * @example employee:u-1001
         */
        'Assay-Actor'?: components['parameters']['OptionalActor'];
      };
      path: {
        /** @example chl_5f9pSDBrsQa6n7dQbYR9NBt8g26 */
        challengeId: components['parameters']['ChallengeId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RedeemChallenge'];
      };
    };
    responses: {
      /** @description Approved; this is the only success. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Approved'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['ChallengeNotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['RedeemConflict'];
      410: components['responses']['ChallengeGone'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      500: components['responses']['InternalError'];
      503: components['responses']['TemporarilyUnavailable'];
    };
  };
  listCompanies: {
    parameters: {
      query?: {
        /**
         * @description How many items at most, 1 to 200.
         * @example 50
         */
        limit?: components['parameters']['Limit'];
        /**
         * @description What the previous page gave as `nextCursor`.
         * @example dS0xMDAx
         */
        cursor?: components['parameters']['Cursor'];
      };
      header: {
        /**
         * @description Who causes the call, as the caller knows them.
         * @example admin:a-17
         */
        'Assay-Actor': components['parameters']['Actor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page, in order of id. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Company'][];
            nextCursor: components['schemas']['NextCursor'];
          };
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      500: components['responses']['InternalError'];
      503: components['responses']['TemporarilyUnavailable'];
    };
  };
  getCompany: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Who causes the call, as the caller knows them.
         * @example admin:a-17
         */
        'Assay-Actor': components['parameters']['Actor'];
      };
      path: {
        /** @example acme */
        companyId: components['parameters']['CompanyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The company. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Company'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['CompanyNotFound'];
      406: components['responses']['NotAcceptable'];
      500: components['responses']['InternalError'];
      503: components['responses']['TemporarilyUnavailable'];
    };
  };
  putCompany: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Who causes the call, as the caller knows them.
         * @example admin:a-17
         */
        'Assay-Actor': components['parameters']['Actor'];
      };
      path: {
        /** @example acme */
        companyId: components['parameters']['CompanyId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PutCompany'];
      };
    };
    responses: {
      /** @description Replaced. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Company'];
        };
      };
      /** @description Created. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Company'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['CompanyNotFound'];
      406: components['responses']['NotAcceptable'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      500: components['responses']['InternalError'];
      503: components['responses']['TemporarilyUnavailable'];
    };
  };
  getPolicy: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Who causes the call, as the caller knows them.
         * @example admin:a-17
         */
        'Assay-Actor': components['parameters']['Actor'];
      };
      path: {
        /** @example acme */
        companyId: components['parameters']['CompanyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The policy, and the ETag that a change has to name. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Policy'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['CompanyNotFound'];
      406: components['responses']['NotAcceptable'];
      500: components['responses']['InternalError'];
      503: components['responses']['TemporarilyUnavailable'];
    };
  };
  putPolicy: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Who causes the call, as the caller knows them.
         * @example admin:a-17
         */
        'Assay-Actor': components['parameters']['Actor'];
        /**
         * @description The ETag that the policy was read with; `*` names no version and is refused with 428.
         * @example "v3"
         */
        'If-Match': components['parameters']['IfMatch'];
        /**
         * @description The token of an approved step-up of this client: proves that a code was entered for this act. Good once, for
         *     5 minutes; what does not hold counts as none.
         * @example eyJhbGciOiJFUzI1NiIsInR5cCI6ImFzc2F5LXN0ZXAtdXArand0In0.eyJhY3Rpb24iOiJjaGFuZ2VfcGhvbmUifQ.c2ln
         */
        'Assay-Step-Up'?: components['parameters']['StepUp'];
      };
      path: {
        /** @example acme */
        companyId: components['parameters']['CompanyId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PutPolicy'];
      };
    };
    responses: {
      /** @description The policy as it now is. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Policy'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['WeakeningRefused'];
      404: components['responses']['CompanyNotFound'];
      406: components['responses']['NotAcceptable'];
      412: components['responses']['PreconditionFailed'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      428: components['responses']['PreconditionRequired'];
      500: components['responses']['InternalError'];
      503: components['responses']['TemporarilyUnavailable'];
    };
  };
  previewPolicy: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Who causes the call, as the caller knows them.
         * @example admin:a-17
         */
        'Assay-Actor': components['parameters']['Actor'];
      };
      path: {
        /** @example acme */
        companyId: components['parameters']['CompanyId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PutPolicy'];
      };
    };
    responses: {
      /** @description What it would mean. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PolicyPreview'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['CompanyNotFound'];
      406: components['responses']['NotAcceptable'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      500: components['responses']['InternalError'];
      503: components['responses']['TemporarilyUnavailable'];
    };
  };
  getNotice: {
    parameters: {
      query?: {
        /**
         * @description Language of the notice; the company's own where left out.
         * @example en-GB
         */
        locale?: components['parameters']['LocaleQuery'];
      };
      header?: {
        /**
         * @description Who causes the call, as the caller knows them.
         * @example employee:u-1001
         */
        'Assay-Actor'?: components['parameters']['OptionalActor'];
      };
      path: {
        /** @example acme */
        companyId: components['parameters']['CompanyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The notice in the nearest language there is. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Notice'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['CompanyNotFound'];
      406: components['responses']['NotAcceptable'];
      500: components['responses']['InternalError'];
      503: components['responses']['TemporarilyUnavailable'];
    };
  };
  listEmployees: {
    parameters: {
      query?: {
        /**
         * @description How many items at most, 1 to 200.
         * @example 50
         */
        limit?: components['parameters']['Limit'];
        /**
         * @description What the previous page gave as `nextCursor`.
         * @example dS0xMDAx
         */
        cursor?: components['parameters']['Cursor'];
        /**
         * @description Only people in this state.
         * @example not_enrolled
         */
        status?: components['parameters']['EmployeeStatus'];
      };
      header: {
        /**
         * @description Who causes the call, as the caller knows them.
         * @example admin:a-17
         */
        'Assay-Actor': components['parameters']['Actor'];
      };
      path: {
        /** @example acme */
        companyId: components['parameters']['CompanyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page, in order of id. Numbers are masked. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Employee'][];
            nextCursor: components['schemas']['NextCursor'];
          };
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['CompanyNotFound'];
      406: components['responses']['NotAcceptable'];
      500: components['responses']['InternalError'];
      503: components['responses']['TemporarilyUnavailable'];
    };
  };
  importEmployees: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Who causes the call, as the caller knows them.
         * @example admin:a-17
         */
        'Assay-Actor': components['parameters']['Actor'];
      };
      path: {
        /** @example acme */
        companyId: components['parameters']['CompanyId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ImportEmployees'];
      };
    };
    responses: {
      /** @description What changed. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportedEmployees'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['CompanyNotFound'];
      406: components['responses']['NotAcceptable'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      500: components['responses']['InternalError'];
      503: components['responses']['TemporarilyUnavailable'];
    };
  };
  getEmployee: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Who causes the call, as the caller knows them.
         * @example admin:a-17
         */
        'Assay-Actor': components['parameters']['Actor'];
      };
      path: {
        /** @example acme */
        companyId: components['parameters']['CompanyId'];
        /** @example u-1001 */
        userId: components['parameters']['UserId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The person. Numbers are masked. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Employee'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['EmployeeNotFound'];
      406: components['responses']['NotAcceptable'];
      500: components['responses']['InternalError'];
      503: components['responses']['TemporarilyUnavailable'];
    };
  };
  putEmployee: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Who causes the call, as the caller knows them.
         * @example admin:a-17
         */
        'Assay-Actor': components['parameters']['Actor'];
      };
      path: {
        /** @example acme */
        companyId: components['parameters']['CompanyId'];
        /** @example u-1001 */
        userId: components['parameters']['UserId'];
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['PutEmployee'];
      };
    };
    responses: {
      /** @description Was on the roster already. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Employee'];
        };
      };
      /** @description Added. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Employee'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['CompanyNotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['FactorActive'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      500: components['responses']['InternalError'];
      503: components['responses']['TemporarilyUnavailable'];
    };
  };
  grantEnrolment: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Who causes the call, as the caller knows them.
         * @example admin:a-17
         */
        'Assay-Actor': components['parameters']['Actor'];
      };
      path: {
        /** @example acme */
        companyId: components['parameters']['CompanyId'];
        /** @example u-1001 */
        userId: components['parameters']['UserId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GrantEnrolment'];
      };
    };
    responses: {
      /** @description The invitation. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Grant'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['EmployeeNotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['FactorActive'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      500: components['responses']['InternalError'];
      503: components['responses']['TemporarilyUnavailable'];
    };
  };
  changePhone: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Who causes the call, as the caller knows them.
         * @example admin:a-17
         */
        'Assay-Actor': components['parameters']['Actor'];
        /**
         * @description Names the act, so that a repeat after a lost answer does nothing twice. 1 to 255 visible ASCII characters,
         *     unique to the client; another body under the same key is refused.
         * @example 3b0f8f53-6cbb-4d1e-8a54-1d6a0a6c1c11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
        /**
         * @description The token of an approved step-up of this client: proves that a code was entered for this act. Good once, for
         *     5 minutes; what does not hold counts as none.
         * @example eyJhbGciOiJFUzI1NiIsInR5cCI6ImFzc2F5LXN0ZXAtdXArand0In0.eyJhY3Rpb24iOiJjaGFuZ2VfcGhvbmUifQ.c2ln
         */
        'Assay-Step-Up'?: components['parameters']['StepUp'];
      };
      path: {
        /** @example acme */
        companyId: components['parameters']['CompanyId'];
        /** @example u-1001 */
        userId: components['parameters']['UserId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangePhone'];
      };
    };
    responses: {
      /** @description A code was sent to the number. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          Location: components['headers']['Location'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Pending'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['ChangeRefused'];
      404: components['responses']['CompanyNotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['EnrolmentConflict'];
      410: components['responses']['ChallengeGone'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['SendRefused'];
      429: components['responses']['EnrolmentLimited'];
      500: components['responses']['InternalError'];
      503: components['responses']['SendUnavailable'];
    };
  };
  removePhone: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Who causes the call, as the caller knows them.
         * @example admin:a-17
         */
        'Assay-Actor': components['parameters']['Actor'];
        /**
         * @description The token of an approved step-up of this client: proves that a code was entered for this act. Good once, for
         *     5 minutes; what does not hold counts as none.
         * @example eyJhbGciOiJFUzI1NiIsInR5cCI6ImFzc2F5LXN0ZXAtdXArand0In0.eyJhY3Rpb24iOiJjaGFuZ2VfcGhvbmUifQ.c2ln
         */
        'Assay-Step-Up'?: components['parameters']['StepUp'];
      };
      path: {
        /** @example acme */
        companyId: components['parameters']['CompanyId'];
        /** @example u-1001 */
        userId: components['parameters']['UserId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description No number of the person is left. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['RemovalRefused'];
      404: components['responses']['EmployeeNotFound'];
      406: components['responses']['NotAcceptable'];
      409: components['responses']['RemovalConflict'];
      413: components['responses']['PayloadTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['TemporarilyUnavailable'];
    };
  };
  resetEmployee: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Who causes the call, as the caller knows them.
         * @example admin:a-17
         */
        'Assay-Actor': components['parameters']['Actor'];
        /**
         * @description Names the act, so that a repeat after a lost answer does nothing twice. 1 to 255 visible ASCII characters,
         *     unique to the client; another body under the same key is refused.
         * @example 3b0f8f53-6cbb-4d1e-8a54-1d6a0a6c1c11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'];
      };
      path: {
        /** @example acme */
        companyId: components['parameters']['CompanyId'];
        /** @example u-1001 */
        userId: components['parameters']['UserId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResetEmployee'];
      };
    };
    responses: {
      /** @description The enrolment that the reset opened. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Grant'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['EmployeeNotFound'];
      406: components['responses']['NotAcceptable'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['KeyReused'];
      500: components['responses']['InternalError'];
      503: components['responses']['TemporarilyUnavailable'];
    };
  };
  openPortalSession: {
    parameters: {
      query?: never;
      header: {
        /**
         * @description Who causes the call, as the caller knows them.
         * @example admin:a-17
         */
        'Assay-Actor': components['parameters']['Actor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenPortalSession'];
      };
    };
    responses: {
      /** @description The link, once. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PortalSession'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['CompanyNotFound'];
      406: components['responses']['NotAcceptable'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      500: components['responses']['InternalError'];
      503: components['responses']['TemporarilyUnavailable'];
    };
  };
  endPortalSessions: {
    parameters: {
      query: {
        /** @example acme */
        companyId: components['schemas']['CallerId'];
        /** @example u-1042 */
        userId: components['schemas']['CallerId'];
        /**
         * @description Only sessions in this role; in every role where left out.
         * @example admin
         */
        role?: components['schemas']['PortalRole'];
      };
      header: {
        /**
         * @description Who causes the call, as the caller knows them.
         * @example admin:a-17
         */
        'Assay-Actor': components['parameters']['Actor'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description None is left. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['CompanyNotFound'];
      406: components['responses']['NotAcceptable'];
      500: components['responses']['InternalError'];
      503: components['responses']['TemporarilyUnavailable'];
    };
  };
  listAuditEvents: {
    parameters: {
      query?: {
        /**
         * @description How many items at most, 1 to 200.
         * @example 50
         */
        limit?: components['parameters']['Limit'];
        /**
         * @description What the previous page gave as `nextCursor`.
         * @example dS0xMDAx
         */
        cursor?: components['parameters']['Cursor'];
        /**
         * @description Only what concerns this person.
         * @example u-1001
         */
        userId?: components['parameters']['AuditUserId'];
        /**
         * @description Only events of this kind.
         * @example policy.changed
         */
        kind?: components['parameters']['AuditKind'];
        /**
         * @description Only what this actor did, as named in `Assay-Actor` without the role.
         * @example a-17
         */
        actorId?: components['parameters']['AuditActor'];
        /**
         * @description Only what happened then or later.
         * @example 2026-11-01T00:00:00Z
         */
        from?: components['parameters']['AuditFrom'];
        /**
         * @description Only what happened earlier.
         * @example 2026-12-01T00:00:00Z
         */
        before?: components['parameters']['AuditBefore'];
      };
      header?: {
        /**
         * @description Who causes the call, as the caller knows them.
         * @example employee:u-1001
         */
        'Assay-Actor'?: components['parameters']['OptionalActor'];
      };
      path: {
        /** @example acme */
        companyId: components['parameters']['CompanyId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['AuditEvent'][];
            nextCursor: components['schemas']['NextCursor'];
          };
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthenticated'];
      403: components['responses']['Forbidden'];
      404: components['responses']['CompanyNotFound'];
      406: components['responses']['NotAcceptable'];
      500: components['responses']['InternalError'];
      503: components['responses']['TemporarilyUnavailable'];
    };
  };
  reportDelivery: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * @description Drawn for one message.
         * @example 4Yk0cS6mWc1o8pE0m5qXhJr2Tn7uVb9L
         */
        token: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': {
          MessageSid?: string;
          MessageStatus?: string;
          CallSid?: string;
          CallStatus?: string;
          ErrorCode?: string;
        };
      };
    };
    responses: {
      /** @description Taken in, whether or not it said anything new. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['InvalidRequest'];
      403: components['responses']['SignatureInvalid'];
      405: components['responses']['MethodNotAllowed'];
      413: components['responses']['PayloadTooLarge'];
      500: components['responses']['InternalError'];
      503: components['responses']['TemporarilyUnavailable'];
    };
  };
  getJwks: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Public keys; may be kept for 5 minutes. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/jwk-set+json': components['schemas']['Jwks'];
        };
      };
      /** @description Unchanged since the ETag in `If-None-Match`. */
      304: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content?: never;
      };
      405: components['responses']['MethodNotAllowed'];
      500: components['responses']['InternalError'];
      503: components['responses']['TemporarilyUnavailable'];
    };
  };
  getOpenApi: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OpenAPI 3.1. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /** @example openapi: 3.1.0 */
          'application/yaml': string;
        };
      };
      404: components['responses']['RouteNotFound'];
      405: components['responses']['MethodNotAllowed'];
    };
  };
  getDocs: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page that loads nothing from elsewhere. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          [name: string]: unknown;
        };
        content: {
          /** @example <!doctype html> */
          'text/html': string;
        };
      };
      404: components['responses']['RouteNotFound'];
      405: components['responses']['MethodNotAllowed'];
    };
  };
}
